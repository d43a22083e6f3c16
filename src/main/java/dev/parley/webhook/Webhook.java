package dev.parley.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import dev.parley.platform.Etag;
import org.jspecify.annotations.Nullable;

/**
 * A webhook of a shop. {@code formerSecretUntil} is when the replaced secret ends; {@code failures} are consecutive.
 */
public record Webhook(UUID id, String url, List<String> events, Instant createdAt, @Nullable Instant formerSecretUntil,
        @Nullable Pause pause, int failures, @Nullable Instant failingSince) {
    /** Changes with the settings only, not with deliveries. */
    public String etag() {
        return Etag.of(url + " " + events);
    }

    /** Events wait until they leave the log. */
    public record Pause(Instant at, String reason) {}

    public enum Reason {
        BY_HAND,
        /** The server answered 410 Gone. */
        GONE,
        /** No delivery during a whole retry period. */
        FAILING,
        /** The service's key has changed, so the secret cannot be opened. */
        NO_SECRET;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
