package dev.parley.platform.database;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Singleton;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import org.jspecify.annotations.Nullable;

/** Connections beside the pool, to the same servers in turn: for what stays open for as long as the service runs. */
@Singleton
public class OwnConnections {
    private record Servers(Vertx vertx, List<PgConnectOptions> options) {}

    private final AtomicInteger opened = new AtomicInteger();
    private volatile @Nullable Servers servers;

    /** Also for tests, which have no pool. */
    public void servers(Vertx vertx, List<PgConnectOptions> options) {
        servers = new Servers(vertx, List.copyOf(options));
    }

    public Future<PgConnection> open() {
        Servers known = servers;
        return known == null
                ? Future.failedFuture(new IllegalStateException("The pool has not been made yet"))
                : PgConnection.connect(known.vertx,
                        known.options.get(Math.floorMod(opened.getAndIncrement(), known.options.size())));
    }
}
