package dev.parley.platform.database;

import java.sql.SQLException;
import java.util.regex.Pattern;

import io.vertx.pgclient.PgException;

/** Recognizes violations by the constraint's name, since a message's language depends on the server. */
public final class Constraints {
    private Constraints() {}

    /** Looks through all causes. */
    public static boolean violated(Throwable failure, String constraint) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean named = switch (cause) {
                case PgException refused -> constraint.equals(refused.getConstraint());
                // Hibernate keeps only the client's message and state; the message contains the name in any language.
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
