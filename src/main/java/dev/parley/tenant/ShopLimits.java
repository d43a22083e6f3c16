package dev.parley.tenant;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.platform.ParleyException;
import org.jspecify.annotations.Nullable;

/** Null means the default in {@link ShopConfig}. {@code messagesPerMinute} is of all visitors together. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShopLimits(@Nullable Integer messagesPerMinute, @Nullable Integer faqEntries, @Nullable Integer agents,
        @Nullable Integer apiKeys) {
    public static final ShopLimits NONE = new ShopLimits(null, null, null, null);
    private static final Set<String> NAMES = new TreeSet<>(
            Set.of("messages_per_minute", "faq_entries", "agents", "api_keys"));

    /** Null resets a limit to the default; absent limits stay. */
    public ShopLimits with(Map<String, @Nullable Integer> wanted) {
        for (String name : wanted.keySet()) {
            if (!NAMES.contains(name)) {
                throw ParleyException.field("limits", "bad_limits",
                        "has numbers for " + String.join(", ", NAMES) + ".");
            }
        }
        return new ShopLimits(chosen(wanted, "messages_per_minute", messagesPerMinute, 1),
                chosen(wanted, "faq_entries", faqEntries, 0), chosen(wanted, "agents", agents, 1),
                chosen(wanted, "api_keys", apiKeys, 1));
    }

    private static @Nullable Integer chosen(Map<String, @Nullable Integer> wanted, String name,
            @Nullable Integer before, int min) {
        Integer number = wanted.getOrDefault(name, before);
        if (number != null && (number < min || number > 1_000_000)) {
            throw ParleyException.invalid("bad_limits",
                    "The limit `" + name + "` is a whole number from " + min + " to 1000000, or null.");
        }
        return number;
    }
}
