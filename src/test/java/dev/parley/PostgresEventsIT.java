package dev.parley;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

import dev.parley.platform.database.EmbeddedDatabase;

class PostgresEventsIT extends ReplicaEvents {
    /** The default with an existing PostgreSQL. */
    @Override
    Map<String, String> bus() {
        return Map.of();
    }

    @Override
    void breakBus(EmbeddedDatabase database) throws SQLException {
        try (Connection owner = DriverManager.getConnection(database.jdbcUrl(), database.owner(),
                database.ownerPassword()); Statement statement = owner.createStatement()) {
            statement.execute("""
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE query LIKE 'SELECT pg_notify%' OR query LIKE 'LISTEN%'""");
        }
    }

    /** Replicas connect again by themselves. */
    @Override
    void mendBus() {}
}
