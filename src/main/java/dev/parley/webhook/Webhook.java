package dev.parley.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import dev.parley.platform.Etag;
import org.jspecify.annotations.Nullable;

/**
 * Where a shop wants to hear of events.
 *
 * @param formerSecretUntil until when the replaced secret signs as well; null when there is none
 * @param pause null while events are delivered
 * @param failures in a row, with no delivery between them
 */
public record Webhook(UUID id, String url, List<String> events, Instant createdAt, @Nullable Instant formerSecretUntil,
        @Nullable Pause pause, int failures, @Nullable Instant failingSince) {
    /** Another one after every change of the settings, and the same whatever becomes of deliveries. */
    public String etag() {
        return Etag.of(url + " " + events);
    }

    /** Events wait meanwhile, until they are older than the log. */
    public record Pause(Instant at, String reason) {}

    /** Why nothing is delivered. */
    public enum Reason {
        /** Somebody of the shop wanted it so. */
        BY_HAND,
        /** The server said 410: this address will not come back. */
        GONE,
        /** No delivery for as long as events are tried again. */
        FAILING,
        /** The secret cannot be opened: the service's own key is another now. */
        NO_SECRET;

        /** As stored and as sent. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
