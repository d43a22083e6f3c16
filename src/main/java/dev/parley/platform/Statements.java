package dev.parley.platform;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import org.jspecify.annotations.Nullable;

/**
 * Runs single statements without a Hibernate session, for those that every turn needs: each is atomic by itself, and Hibernate would keep
 * a new plan for every run of a native query, which crowds the entities' plans out of its cache.
 */
@ApplicationScoped
public class Statements {
    private final Pool pool;

    Statements(Pool pool) {
        this.pool = pool;
    }

    /** The rows of a statement whose parameters are `$1`, `$2` … in order; an {@link Instant} becomes a timestamptz. */
    public <T> Uni<List<T>> rows(String sql, Function<Row, T> toItem, @Nullable Object... parameters) {
        return pool.preparedQuery(sql).execute(tuple(parameters))
                .map(rows -> rows.stream().map(toItem).toList());
    }

    /** The only row, or null when there is none. */
    public <T> Uni<@Nullable T> row(String sql, Function<Row, T> toItem, @Nullable Object... parameters) {
        return rows(sql, toItem, parameters).map(rows -> rows.isEmpty() ? null : rows.getFirst());
    }

    /** Whether the database will refuse these values for ever (SQLSTATE class 22), so that trying again is in vain. */
    public static boolean unstorable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // Hibernate translates what the client throws.
            String state = switch (cause) {
                case PgException refused -> refused.getSqlState();
                case SQLException refused -> refused.getSQLState();
                default -> null;
            };
            if (state != null && state.startsWith("22")) {
                return true;
            }
        }
        return false;
    }

    private static Tuple tuple(@Nullable Object... parameters) {
        Tuple tuple = Tuple.tuple();
        for (Object parameter : parameters) {
            tuple.addValue(parameter instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : parameter);
        }
        return tuple;
    }

    /** A timestamptz column; null when it is null. */
    public static @Nullable Instant instant(Row row, int column) {
        OffsetDateTime value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }
}
