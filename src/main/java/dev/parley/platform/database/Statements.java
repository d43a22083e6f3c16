package dev.parley.platform.database;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.tuples.Tuple2;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import org.jspecify.annotations.Nullable;

/** Runs single statements without Hibernate, which would keep a plan for every native query. */
@ApplicationScoped
public class Statements {
    /** Per connection, not per transaction: every user of a connection sets it first. */
    static final String SEES = "SELECT set_config('parley.tenant', $1, false)";

    private final Pool pool;

    Statements(Pool pool) {
        this.pool = pool;
    }

    public Of of(Visible tenant) {
        return new Of(tenant);
    }

    /** Only for jobs, and to find the tenant of a session, key or link. */
    public Of ofEveryTenant() {
        return new Of(Visible.EVERY_TENANT);
    }

    public final class Of {
        private final Visible tenant;

        private Of(Visible tenant) {
            this.tenant = tenant;
        }

        /** Parameters are `$1`, `$2` … in order; an {@link Instant} becomes a timestamptz. */
        public <T> Uni<List<T>> rows(String sql, Function<Row, T> toItem, @Nullable Object... parameters) {
            return pool.withConnection(connection -> asSeenBy(connection, sql, tuple(parameters)))
                    .map(rows -> rows.stream().map(toItem).toList());
        }

        /** The single row; null if there is none. */
        public <T> Uni<@Nullable T> row(String sql, Function<Row, T> toItem, @Nullable Object... parameters) {
            return rows(sql, toItem, parameters).map(rows -> rows.isEmpty() ? null : rows.getFirst());
        }

        /** True if a row was returned; a write needs {@code RETURNING}. */
        public Uni<Boolean> any(String sql, @Nullable Object... parameters) {
            return count(sql, parameters).map(rows -> rows > 0);
        }

        public Uni<Integer> count(String sql, @Nullable Object... parameters) {
            return pool.withConnection(connection -> asSeenBy(connection, sql, tuple(parameters))).map(RowSet::size);
        }

        public Uni<Void> run(String sql, @Nullable Object... parameters) {
            return count(sql, parameters).replaceWithVoid();
        }

        /** Pipelined: sends both statements at once, and PostgreSQL keeps the order. */
        private Uni<RowSet<Row>> asSeenBy(SqlConnection connection, String sql, Tuple parameters) {
            return Uni.combine().all().unis(
                    connection.preparedQuery(SEES).execute(Tuple.of(tenant.setting())),
                    connection.preparedQuery(sql).execute(parameters)).asTuple().map(Tuple2::getItem2);
        }
    }

    /** True if a retry is useless because the values are invalid (SQLSTATE class 22). */
    public static boolean unstorable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // Hibernate wraps the client's exceptions.
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

    /** Null if the column is null. */
    public static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }
}
