package dev.parley.desk;

import java.time.Instant;
import java.util.UUID;

import dev.parley.platform.Etag;

/** A reusable text; agents type its shortcut after a slash. */
public record CannedAnswer(UUID id, String shortcut, String text, Instant updatedAt) {
    public String etag() {
        return Etag.of(shortcut + "\n" + text);
    }
}
