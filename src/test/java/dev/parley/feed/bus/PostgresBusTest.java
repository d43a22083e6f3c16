package dev.parley.feed.bus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.parley.platform.database.EmbeddedDatabase;
import dev.parley.platform.database.OwnConnections;
import dev.parley.testsupport.PostgresProgram;
import dev.parley.testsupport.TcpRelay;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

class PostgresBusTest extends ServerBusContract {
    private static EmbeddedDatabase database;
    private static int port;

    private final TcpRelay relay = new TcpRelay(port);

    @BeforeAll
    static void startServer() throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "postgres-");
        PostgresProgram.linkInto(folder);
        database = EmbeddedDatabase.start(folder);
        port = PgConnectOptions.fromUri(database.reactiveUrl()).getPort();
    }

    @AfterAll
    static void stopServer() throws IOException {
        database.close();
    }

    @AfterEach
    void closeRelay() throws IOException {
        relay.close();
    }

    @Override
    TcpRelay relay() {
        return relay;
    }

    @Override
    Transport transport(Vertx vertx) {
        OwnConnections connections = new OwnConnections();
        connections.servers(vertx, List.of(PgConnectOptions.fromUri(database.reactiveUrl()).setHost("127.0.0.1")
                .setPort(relay.port()).setUser(database.user()).setPassword(database.password())));
        return new PostgresTransport(connections);
    }
}
