package dev.parley.conversation.answer;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Finish states in SQL: {@code {withdrawn}} stands for {@link Finish#WITHDRAWN} as stored. */
public final class FinishSql {
    /** Database only: waits for a supervisor, and nobody has been told. */
    static final String HELD = "held";

    /** Neither answers nor leaves a question open. */
    private static final Set<Finish> NO_TURN = Set.of(Finish.COURTESY, Finish.OFFER);
    /** Without a result, or without words. */
    private static final Set<Finish> UNANSWERED = Set.of(Finish.NO_ANSWER, Finish.INTERRUPTED);
    /** A courtesy, an apology or "not found" closes no question. */
    private static final Set<Finish> LEAVES_OPEN = Set.of(Finish.NO_ANSWER, Finish.COURTESY, Finish.OFFER,
            Finish.HANDOFF, Finish.INTERRUPTED, Finish.CONTENT_FILTER);

    private FinishSql() {}

    public static String in(String sql) {
        String written = sql.replace("{held}", "'" + HELD + "'")
                .replace("{no turn}", list(NO_TURN))
                .replace("{unanswered}", list(UNANSWERED))
                .replace("{leaves open}", list(LEAVES_OPEN));
        for (Finish finish : Finish.values()) {
            written = written.replace("{" + finish.wire() + "}", "'" + finish.wire() + "'");
        }
        return written;
    }

    private static String list(Set<Finish> some) {
        return Arrays.stream(Finish.values()).filter(some::contains)
                .map(finish -> "'" + finish.wire() + "'")
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
