package dev.parley.webhook;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.parley.platform.OutgoingUrl;
import dev.parley.platform.ParleyException;
import org.jspecify.annotations.Nullable;

final class WebhookRules {
    /** Sent on request only; cannot be subscribed to. */
    static final String TEST = "webhook.test";
    /** Must match the triggers of {@code V50__webhook.sql}. */
    static final Set<String> EVENTS = Set.of("conversation.created", "conversation.handoff_requested",
            "conversation.claimed", "conversation.closed", "message.created", "faq.unanswered");

    private WebhookRules() {}

    static OutgoingUrl url(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw ParleyException.field("url", "bad_url", "is missing.");
        }
        try {
            return OutgoingUrl.parse(text.strip());
        } catch (IllegalArgumentException refused) {
            throw ParleyException.field("url", "bad_url", String.valueOf(refused.getMessage()) + ".");
        }
    }

    /** Distinct, in a fixed order. */
    static List<String> events(@Nullable List<@Nullable String> wanted) {
        Set<String> events = new TreeSet<>();
        for (String event : wanted == null ? List.<@Nullable String>of() : wanted) {
            if (event == null || !EVENTS.contains(event)) {
                throw ParleyException.field("events", "bad_events",
                        "lists names of: " + String.join(", ", new TreeSet<>(EVENTS)) + ".");
            }
            events.add(event);
        }
        if (events.isEmpty()) {
            throw ParleyException.field("events", "bad_events", "names at least one event.");
        }
        return List.copyOf(events);
    }
}
