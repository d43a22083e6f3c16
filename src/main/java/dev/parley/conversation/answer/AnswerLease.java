package dev.parley.conversation.answer;

/** The lease of an answer. If its replica dies, another continues within ten seconds (src/docs/architecture.md). */
public final class AnswerLease {
    /** SQL, by the database's clock. */
    public static final String UNTIL = "now() + INTERVAL '8 seconds'";

    private AnswerLease() {}
}
