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

/**
 * Runs single statements without a Hibernate session, for those that every turn needs: each is atomic by itself, and Hibernate would keep
 * a new plan for every run of a native query, which crowds the entities' plans out of its cache.
 */
@ApplicationScoped
public class Statements {
    /** For the connection, not the transaction: whoever uses it next says first what it may see, as every way to the database does. */
    static final String SEES = "SELECT set_config('parley.tenant', $1, false)";

    private final Pool pool;

    Statements(Pool pool) {
        this.pool = pool;
    }

    /** Statements that see this tenant's rows and no other's. */
    public Of of(Visible tenant) {
        return new Of(tenant);
    }

    /** Statements that see every tenant's rows: only for jobs, and to find out whose a session, key or link is. */
    public Of ofEveryTenant() {
        return new Of(Visible.EVERY_TENANT);
    }

    /** Statements that see what one tenant may see. */
    public final class Of {
        private final Visible tenant;

        private Of(Visible tenant) {
            this.tenant = tenant;
        }

        /** The rows of a statement whose parameters are `$1`, `$2` … in order; an {@link Instant} becomes a timestamptz. */
        public <T> Uni<List<T>> rows(String sql, Function<Row, T> toItem, @Nullable Object... parameters) {
            return pool.withConnection(connection -> asSeenBy(connection, sql, tuple(parameters)))
                    .map(rows -> rows.stream().map(toItem).toList());
        }

        /** The only row, or null when there is none. */
        public <T> Uni<@Nullable T> row(String sql, Function<Row, T> toItem, @Nullable Object... parameters) {
            return rows(sql, toItem, parameters).map(rows -> rows.isEmpty() ? null : rows.getFirst());
        }

        /** Whether a statement returned a row: one that writes says with {@code RETURNING} what it has changed. */
        public Uni<Boolean> any(String sql, @Nullable Object... parameters) {
            return count(sql, parameters).map(rows -> rows > 0);
        }

        /** How many rows a statement returned. */
        public Uni<Integer> count(String sql, @Nullable Object... parameters) {
            return pool.withConnection(connection -> asSeenBy(connection, sql, tuple(parameters))).map(RowSet::size);
        }

        /** Runs a statement whose rows do not matter. */
        public Uni<Void> run(String sql, @Nullable Object... parameters) {
            return count(sql, parameters).replaceWithVoid();
        }

        /** Both go out at once: the client sends the second without waiting for the first, and PostgreSQL keeps their order. */
        private Uni<RowSet<Row>> asSeenBy(SqlConnection connection, String sql, Tuple parameters) {
            return Uni.combine().all().unis(
                    connection.preparedQuery(SEES).execute(Tuple.of(tenant.setting())),
                    connection.preparedQuery(sql).execute(parameters)).asTuple().map(Tuple2::getItem2);
        }
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
    public static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }
}
