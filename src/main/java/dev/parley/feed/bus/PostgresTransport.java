package dev.parley.feed.bus;

import java.util.List;
import java.util.function.Consumer;

import dev.parley.platform.database.OwnConnections;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.AsyncResultUni;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's LISTEN and NOTIFY on a connection of its own, outside every transaction of the service. What waits is sent
 * with one statement, because each commit with a notification takes a lock of the whole server.
 */
final class PostgresTransport implements Transport {
    private static final String CHANNEL = "parley";
    /** A payload must be shorter than 8,000 bytes (PostgreSQL, NOTIFY). */
    private static final int MAX_BYTES = 7_999;

    private final OwnConnections connections;
    private @Nullable PgConnection connection;

    PostgresTransport(OwnConnections connections) {
        this.connections = connections;
    }

    @Override
    public int maxBytes() {
        return MAX_BYTES;
    }

    @Override
    public Uni<Void> connect(Consumer<String> arrived, Runnable closed) {
        return AsyncResultUni.<Void>toUni(done -> connections.open().compose(opened -> {
            connection = opened;
            opened.notificationHandler(notification -> arrived.accept(notification.getPayload()));
            opened.closeHandler(gone -> closed.run());
            return opened.query("LISTEN " + CHANNEL).execute().<Void>mapEmpty();
        }).onComplete(done));
    }

    @Override
    public Uni<Void> send(List<String> texts) {
        PgConnection open = connection;
        return open == null
                ? Uni.createFrom().failure(new IllegalStateException("not connected"))
                : AsyncResultUni.<Void>toUni(done -> open
                        .preparedQuery("SELECT pg_notify('" + CHANNEL + "', text) FROM unnest($1::text[]) AS text")
                        .execute(Tuple.of(texts.toArray(String[]::new))).<Void>mapEmpty().onComplete(done));
    }

    @Override
    public void disconnect() {
        PgConnection open = connection;
        connection = null;
        if (open != null) {
            open.close();
        }
    }
}
