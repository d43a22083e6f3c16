package dev.parley;

import java.io.IOException;
import java.util.Map;

import dev.parley.platform.database.EmbeddedDatabase;
import dev.parley.testsupport.RedisProgram;
import dev.parley.testsupport.TcpRelay;
import org.junit.jupiter.api.AfterAll;

class RedisEventsIT extends ReplicaEvents {
    private final RedisProgram server;
    private final TcpRelay relay;

    RedisEventsIT() throws IOException {
        server = RedisProgram.start();
        relay = new TcpRelay(server.port());
    }

    @Override
    Map<String, String> bus() {
        return Map.of("QUARKUS_REDIS_HOSTS", "redis://127.0.0.1:" + relay.port());
    }

    @Override
    void breakBus(EmbeddedDatabase database) {
        relay.refuse(true);
    }

    @Override
    void mendBus() {
        relay.refuse(false);
    }

    @AfterAll
    void stopServer() throws IOException {
        relay.close();
        server.close();
    }
}
