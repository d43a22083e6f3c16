package dev.parley.model.health;

import java.time.LocalDate;
import java.util.Map;

import dev.parley.model.Lane;
import dev.parley.model.LaneKind;

/** Announced shutdown dates of OpenAI's models, used until its list of models reports them. */
final class KnownEnds {
    private static final Map<String, LocalDate> ENDS = Map.of("whisper-1", LocalDate.of(2027, 2, 26));

    private KnownEnds() {}

    /** Adds the date unless the server reports one, or the date has passed with the model still there. */
    static LaneCheck complete(Lane lane, LaneCheck check, LocalDate today) {
        LocalDate end = ENDS.get(lane.model());
        boolean silent = lane.kind() instanceof LaneKind.OpenAi && check.verdict() == LaneCheck.Verdict.THERE
                && check.shutdown() == null;
        return silent && end != null && end.isAfter(today)
                ? new LaneCheck(check.verdict(), end, check.models())
                : check;
    }
}
