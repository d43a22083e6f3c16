package dev.parley.model.health;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a lane's server says of the lane's model when it is asked for its list of models.
 *
 * @param shutdown the day on which the model ends, when the server says so
 * @param models what the server has, in its own order
 */
public record LaneCheck(Verdict verdict, @Nullable LocalDate shutdown, List<String> models) {
    /** What is known of the model after asking. */
    public enum Verdict {
        THERE, GONE, KEY_REFUSED, ADDRESS_REFUSED,
        /** No list could be had, as with servers that have none; asking for an answer will show. */
        UNKNOWN
    }

    static LaneCheck of(Verdict verdict) {
        return new LaneCheck(verdict, null, List.of());
    }
}
