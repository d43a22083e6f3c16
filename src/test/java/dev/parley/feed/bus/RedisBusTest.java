package dev.parley.feed.bus;

import java.io.IOException;

import dev.parley.testsupport.RedisProgram;
import dev.parley.testsupport.TcpRelay;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

class RedisBusTest extends ServerBusContract {
    private static RedisProgram server;
    private static int port;

    private final TcpRelay relay = new TcpRelay(port);

    @BeforeAll
    static void startServer() throws IOException {
        server = RedisProgram.start();
        port = server.port();
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
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
        return new RedisTransport(Redis.createClient(vertx,
                new RedisOptions().setConnectionString("redis://127.0.0.1:" + relay.port())));
    }
}
