package dev.parley.desk;

import java.util.UUID;

import dev.parley.conversation.Priority;
import dev.parley.platform.Etag;
import dev.parley.platform.ParleyException;
import org.jspecify.annotations.Nullable;

/** A named inbox filter, of one agent or shared. */
public record SavedView(UUID id, boolean shared, Filter filter) {
    public String etag() {
        return Etag.of(toString());
    }

    /** Validated on creation. A null {@code agent} means any owner. */
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
