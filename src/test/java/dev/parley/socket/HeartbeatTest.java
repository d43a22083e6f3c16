package dev.parley.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import jakarta.inject.Inject;

import dev.parley.testsupport.ConsoleUser;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.VisitorClient;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class HeartbeatTest {
    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI site;
    @Inject
    Shops shops;
    @Inject
    Heartbeat heartbeat;

    @Test
    void serviceThatStops_asksVisitorsAndAgentsToComeBackElsewhere() {
        ConsoleUser ada = shops.agent(shops.open(), "agent");
        try (VisitorClient visitor = VisitorClient.connect(site);
                VisitorClient agent = VisitorClient.connectAgent(site, ConsoleUser.origin(), ada.cookie())) {
            agent.await("ready");
            visitor.pingPong();

            heartbeat.drain(new ShutdownEvent());

            assertThat(visitor.awaitClose().code()).isEqualTo(1012);
            assertThat(agent.awaitClose().code()).isEqualTo(1012);
            assertThat(visitor.all("drain")).hasSize(1);
            assertThat(agent.all("drain")).hasSize(1);
        }
    }
}
