package dev.parley.conversation;

/** How long a replica holds an answer without renewing it. When it dies, another one takes the answer up within ten seconds (design.md, section 3). */
final class AnswerLease {
    /** SQL, by the database's clock. */
    static final String UNTIL = "now() + INTERVAL '8 seconds'";

    private AnswerLease() {}
}
