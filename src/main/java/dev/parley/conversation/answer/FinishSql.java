package dev.parley.conversation.answer;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The ends of answers as SQL compares them: {@code {withdrawn}} in a statement stands for {@link Finish#WITHDRAWN} as it is stored. */
public final class FinishSql {
    /** Of the column alone: the answer waits for a supervisor, and nobody has heard of it yet. */
    static final String HELD = "held";

    /** Neither answers nor leaves a question open. */
    private static final Set<Finish> NO_TURN = Set.of(Finish.COURTESY, Finish.OFFER);
    /** Found nothing, or said nothing. */
    private static final Set<Finish> UNANSWERED = Set.of(Finish.NO_ANSWER, Finish.INTERRUPTED);
    /** Neither a courtesy, nor an apology, nor the word that nothing was found closes a question. */
    private static final Set<Finish> LEAVES_OPEN = Set.of(Finish.NO_ANSWER, Finish.COURTESY, Finish.OFFER,
            Finish.HANDOFF, Finish.INTERRUPTED, Finish.CONTENT_FILTER);

    private FinishSql() {}

    /** The statement with the words in place. */
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
