package dev.parley.platform.database;

import java.sql.SQLException;
import java.util.regex.Pattern;

import io.vertx.pgclient.PgException;

/** What the database refuses is known by the constraint's name: a message's words depend on the server's language. */
public final class Constraints {
    private Constraints() {}

    /** Whether this constraint of the schema was violated, however deep the failure is wrapped. */
    public static boolean violated(Throwable failure, String constraint) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean named = switch (cause) {
                case PgException refused -> constraint.equals(refused.getConstraint());
                // Hibernate keeps the client's message and state alone; the name stands in it in every language.
                case SQLException refused -> isIntegrity(refused) && names(refused, constraint);
                default -> false;
            };
            if (named) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIntegrity(SQLException refused) {
        return refused.getSQLState() != null && refused.getSQLState().startsWith("23");
    }

    private static boolean names(SQLException refused, String constraint) {
        return refused.getMessage() != null
                && Pattern.compile("(?<!\\w)" + Pattern.quote(constraint) + "(?!\\w)").matcher(refused.getMessage())
                        .find();
    }
}
