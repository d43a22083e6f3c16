package dev.parley.model.health;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** What a server's list of models says about a lane. {@code shutdown} is the model's last day, if announced. */
public record LaneCheck(Verdict verdict, @Nullable LocalDate shutdown, List<String> models) {
    public enum Verdict {
        THERE,
        GONE,
        KEY_REFUSED,
        ADDRESS_REFUSED,
        /** The server gave no list; only a request for an answer can tell. */
        UNKNOWN
    }

    static LaneCheck of(Verdict verdict) {
        return new LaneCheck(verdict, null, List.of());
    }
}
