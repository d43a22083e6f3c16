package dev.parley.desk;

import java.util.UUID;

import dev.parley.conversation.Priority;
import dev.parley.platform.ParleyException;
import org.jspecify.annotations.Nullable;

/**
 * A filter of the inbox that somebody keeps under a name.
 *
 * @param shared everybody's, not one agent's own
 */
public record SavedView(UUID id, boolean shared, Filter filter) {
    /**
     * What it shows; cannot be made of what no list could be narrowed by.
     *
     * @param agent who owns the conversations; null: whoever
     */
    public record Filter(String name, InboxView view, @Nullable String label, @Nullable Priority priority,
            @Nullable UUID agent) {
        private static final int LONGEST = 50;

        public Filter {
            name = clean("name", name);
            label = label == null || label.isBlank() ? null : clean("label", label);
        }

        private static String clean(String field, String typed) {
            String text = typed.strip();
            if (text.isEmpty() || text.codePointCount(0, text.length()) > LONGEST
                    || text.chars().anyMatch(Character::isISOControl)) {
                throw ParleyException.field(field, "bad_" + field, "has 1 to 50 characters.");
            }
            return text;
        }
    }
}
