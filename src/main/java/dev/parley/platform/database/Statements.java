package dev.parley.platform.database;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.AsyncResultUni;
import io.vertx.core.Future;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

/** Runs single statements without Hibernate, which would keep a plan for every native query. */
@ApplicationScoped
public class Statements {
    /** Per connection, not per transaction; returns the connection's process in PostgreSQL. */
    static final String SEES = "SELECT pg_backend_pid() AS process, set_config('parley.tenant', $1, false)";

    private final Pool pool;
    private final SeenTenants seen;

    Statements(Pool pool, SeenTenants seen) {
        this.pool = pool;
        this.seen = seen;
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
            return asSeen(sql, tuple(parameters)).map(rows -> {
                List<T> items = new ArrayList<>(rows.size());
                rows.forEach(row -> items.add(toItem.apply(new Row(row))));
                return items;
            });
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
            return asSeen(sql, tuple(parameters)).map(RowSet::size);
        }

        public Uni<Void> run(String sql, @Nullable Object... parameters) {
            return count(sql, parameters).replaceWithVoid();
        }

        /** On subscription. Completes even if the caller cancels, since the connection must return to the pool. */
        private Uni<RowSet<io.vertx.sqlclient.Row>> asSeen(String sql, Tuple parameters) {
            return AsyncResultUni.toUni(handler -> pool
                    .withConnection(connection -> asSeen(PgConnection.cast(connection), sql, parameters))
                    .onComplete(handler));
        }

        /** Pipelined: sends both statements at once, and PostgreSQL keeps the order. */
        private Future<RowSet<io.vertx.sqlclient.Row>> asSeen(PgConnection connection, String sql, Tuple parameters) {
            if (seen.sees(connection, tenant)) {
                return connection.preparedQuery(sql).execute(parameters);
            }
            Future<RowSet<io.vertx.sqlclient.Row>> named = connection.preparedQuery(SEES)
                    .execute(Tuple.of(tenant.setting()))
                    .onSuccess(rows -> seen.note(connection, tenant, rows.iterator().next().getInteger("process")))
                    .onFailure(failure -> seen.note(connection, tenant, null));
            Future<RowSet<io.vertx.sqlclient.Row>> result = connection.preparedQuery(sql).execute(parameters);
            return named.compose(rows -> result);
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
