package dev.parley.desk;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import dev.parley.platform.ParleyException;

/** A note to write, validated on creation. */
public record NewNote(UUID clientId, String text, List<UUID> mentions) {
    private static final int LONGEST = 10_000;

    public NewNote {
        text = text.replace("\u0000", "");
        if (text.isBlank() || text.codePointCount(0, text.length()) > LONGEST) {
            throw ParleyException.invalid("bad_note", "A note has 1 to 10,000 characters.");
        }
        if (mentions.size() > 50) {
            throw ParleyException.invalid("too_many_mentions", "A note mentions at most 50 colleagues.");
        }
    }

    /** Drops mentions of others. */
    NewNote mentioning(Set<UUID> colleagues) {
        return new NewNote(clientId, text, mentions.stream().filter(colleagues::contains).distinct().toList());
    }
}
