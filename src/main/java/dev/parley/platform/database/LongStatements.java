package dev.parley.platform.database;

import java.util.List;

import jakarta.inject.Singleton;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;

/**
 * Prepares long statements once for each connection, like short ones: the client's own limit is 2,048 characters, beyond
 * which PostgreSQL would parse and plan a statement at every use.
 */
@Singleton
class LongStatements implements PgPoolCreator {
    private static final int MAX_CHARACTERS = 16_384;

    private final OwnConnections own;

    LongStatements(OwnConnections own) {
        this.own = own;
    }

    @Override
    public Pool create(Input input) {
        input.pgConnectOptionsList().forEach(options -> options.setPreparedStatementCacheSqlLimit(MAX_CHARACTERS));
        own.servers(input.vertx(), input.pgConnectOptionsList());
        return PgBuilder.pool().with(input.poolOptions())
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx()).build();
    }
}
