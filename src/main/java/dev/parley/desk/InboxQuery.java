package dev.parley.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

import dev.parley.conversation.Priority;
import dev.parley.platform.ParleyException;
import org.jspecify.annotations.Nullable;

/** A filter of conversations, latest activity first. A null {@code agent} means any owner. */
public record InboxQuery(InboxView view, @Nullable String label, @Nullable Priority priority, @Nullable UUID agent,
        @Nullable Cursor after, int limit) {
    /** The last conversation of the previous page. */
    public record Cursor(Instant at, UUID id) {
        public static Cursor of(InboxItem item) {
            return new Cursor(item.lastActivityAt(), item.id());
        }

        public String wire() {
            return Long.toString(at.getEpochSecond() * 1_000_000 + at.getNano() / 1000, 36) + "." + id;
        }

        public static Cursor read(String wire) {
            try {
                int dot = wire.indexOf('.');
                long micros = Long.parseLong(wire.substring(0, dot), 36);
                return new Cursor(Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L),
                        Math.floorMod(micros, 1_000_000L) * 1000), UUID.fromString(wire.substring(dot + 1)));
            } catch (IndexOutOfBoundsException | IllegalArgumentException | DateTimeException notOurs) {
                throw ParleyException.invalid("bad_cursor", "The cursor is the `next_cursor` of the page before.");
            }
        }
    }
}
