package dev.parley.platform;

import io.vertx.pgclient.PgException;

/** What the database refuses is known by the constraint's name: a message's words depend on the server's language. */
public final class Constraints {
    private Constraints() {}

    /** Whether this constraint of the schema was violated, however deep the failure is wrapped. */
    public static boolean violated(Throwable failure, String constraint) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException refused && constraint.equals(refused.getConstraint())) {
                return true;
            }
        }
        return false;
    }
}
