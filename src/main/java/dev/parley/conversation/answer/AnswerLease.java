package dev.parley.conversation.answer;

/** How long a replica holds an answer without renewing it. When it dies, another one takes the answer up within ten seconds (design.md, section 3). */
public final class AnswerLease {
    /** SQL, by the database's clock. */
    public static final String UNTIL = "now() + INTERVAL '8 seconds'";

    private AnswerLease() {}
}
