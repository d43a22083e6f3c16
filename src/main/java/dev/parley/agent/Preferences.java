package dev.parley.agent;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.platform.ParleyException;
import org.jspecify.annotations.Nullable;

/** An agent's console settings, stored as JSON. {@code readsIn} is the language for translations, or null. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Preferences(boolean keys, boolean sound, boolean notifications,
        @JsonProperty("reads_in") @Nullable String readsIn, Map<String, String> shortcuts) {
    static final Preferences DEFAULT = new Preferences(true, true, false, null, Map.of());
    private static final int MAX_SHORTCUTS = 200;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_KEYS = 30;

    public Preferences {
        shortcuts = Map.copyOf(shortcuts);
        if (shortcuts.size() > MAX_SHORTCUTS || shortcuts.entrySet().stream()
                .anyMatch(one -> one.getKey().length() > LONGEST_NAME || one.getValue().length() > LONGEST_KEYS)) {
            throw ParleyException.field("shortcuts", "bad_shortcuts",
                    "has at most 200 entries, names of 60 and keys of 30 characters.");
        }
    }
}
