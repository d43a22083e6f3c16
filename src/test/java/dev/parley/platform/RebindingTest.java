package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Map;

import dev.parley.testsupport.HostileAddresses;
import dev.parley.testsupport.RebindingDns;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** DNS rebinding with a real name server, used by the guard and by all other lookups of the process. */
class RebindingTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String NAME = "rebind.shop.example";

    private static OutgoingHttp http(Vertx vertx, RebindingDns dns, boolean allowPrivate) {
        return new OutgoingHttp(vertx, new OutgoingGuard(vertx, allowPrivate, dns));
    }

    private static OutgoingHttp.Call call(int port, Duration within) {
        return new OutgoingHttp.Call("GET", OutgoingUrl.parse("http://" + NAME + ":" + port + "/"), Map.of(), null,
                within, 100);
    }

    private static OutgoingFailure failure(OutgoingHttp http, int port) {
        return catchThrowableOfType(OutgoingFailure.class,
                () -> http.send(call(port, Duration.ofSeconds(2))).await().atMost(LONG));
    }

    private static void close(Vertx vertx) throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void nameThatLeadsToLoopbackOnceChecked_reachesNobodyThere() throws Exception {
        try (HostileAddresses canary = new HostileAddresses();
                RebindingDns dns = new RebindingDns(RebindingDns.PUBLIC, "127.0.0.1")) {
            Vertx vertx = dns.vertx();
            OutgoingHttp http = http(vertx, dns, false);

            assertThat(failure(http, canary.port()).reason()).isNotEqualTo(OutgoingFailure.Reason.REFUSED);
            assertThat(dns.answered()).isEqualTo(1);
            assertThat(failure(http, canary.port()).reason()).isEqualTo(OutgoingFailure.Reason.REFUSED);
            assertThat(canary.connections()).isZero();
            close(vertx);
        }
    }

    @Test
    void connection_goesWhereTheNameLedWhenItWasChecked() throws Exception {
        try (RebindingDns dns = new RebindingDns("127.0.0.1", "127.0.0.2")) {
            Vertx vertx = dns.vertx();
            HttpServer server = vertx.createHttpServer().requestHandler(request -> request.response().end("hello"))
                    .listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get();

            OutgoingHttp.Answer answer = http(vertx, dns, true).send(call(server.actualPort(), LONG)).await()
                    .atMost(LONG);

            assertThat(answer.body().toString()).isEqualTo("hello");
            assertThat(dns.answered()).isEqualTo(1);
            close(vertx);
        }
    }

    /** Proves the trap works: a client that checks the name and resolves it again reaches the canary. */
    @Test
    void clientThatLooksUpTheNameAgain_isLedToTheCanary() throws Exception {
        try (HostileAddresses canary = new HostileAddresses();
                RebindingDns dns = new RebindingDns(RebindingDns.PUBLIC, "127.0.0.1")) {
            Vertx vertx = dns.vertx();

            assertThat(OutgoingGuard.isPublic(dns.find(NAME)[0])).isTrue();
            vertx.createHttpClient().request(HttpMethod.GET, canary.port(), NAME, "/");

            Awaitility.await().atMost(LONG).until(() -> canary.connections() == 1);
            close(vertx);
        }
    }
}
