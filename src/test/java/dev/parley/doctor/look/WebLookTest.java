package dev.parley.doctor.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.HttpServer;
import dev.parley.doctor.look.ModelAnswer.Answered;
import dev.parley.doctor.look.ModelAnswer.Unreachable;
import dev.parley.model.health.LaneCheck.Verdict;
import dev.parley.testsupport.FreePort;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Models, the service's port and the public address, each against a small server. */
class WebLookTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-01T00:00:00Z"), ZoneOffset.UTC);

    private final WebLook web = new WebLook();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        web.close();
        server.stop(0);
    }

    private void answer(String path, int status, String body) {
        server.createContext(path, exchange -> {
            boolean known = "Bearer sk-good".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(path.endsWith("/models") && !known ? 401 : status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private List<AskedModel> models(String base, String key) {
        return new ModelsLook(SettingsOf.the(Map.of("parley.model.base-url", base + "/v1", "parley.model.api-key", key,
                "parley.model.name", "mine", "parley.model.fallbacks", "other", "parley.spend.price-of-others", "0")),
                web, CLOCK).look();
    }

    @Test
    void aServersList_tellsWhichModelsItHas_andItsTime() {
        answer("/v1/models", 200, "{\"data\":[{\"id\":\"mine\"}]}");

        List<AskedModel> asked = models(base(), "sk-good");

        assertThat(asked).extracting(AskedModel::setting).containsExactly("PARLEY_MODEL", "PARLEY_MODEL_FALLBACKS");
        assertThat(asked).extracting(each -> ((Answered) each.answer()).check().verdict())
                .containsExactly(Verdict.THERE, Verdict.GONE);
        assertThat(((Answered) asked.getFirst().answer()).clock()).isPresent();
        assertThat(asked).allMatch(each -> each.price().isEmpty());
    }

    @Test
    void aServer_mayRefuseTheKeyOrHaveNoList() {
        answer("/v1/models", 404, "");

        assertThat(((Answered) models(base(), "sk-bad").getFirst().answer()).check().verdict())
                .isEqualTo(Verdict.KEY_REFUSED);
        assertThat(((Answered) models(base(), "sk-good").getFirst().answer()).status()).isEqualTo(404);
    }

    @Test
    void aServerThatDoesNotListen_isUnreachable() {
        assertThat(models("http://127.0.0.1:" + FreePort.choose(), "sk-good").getFirst().answer())
                .isEqualTo(new Unreachable("the connection is refused"));
    }

    @Test
    void withoutKeyAndAddress_noModelIsAsked() {
        assertThat(new ModelsLook(SettingsOf.the(Map.of()), web, CLOCK).look()).isEmpty();
    }

    @Test
    void aModelWithoutAPrice_isToldWithTheSetting() {
        List<AskedModel> asked = new ModelsLook(SettingsOf.the(Map.of("parley.model.base-url", base() + "/v1")), web,
                CLOCK).look();

        assertThat(asked.getFirst().price()).get().asString().contains("PARLEY_PRICE");
    }

    @Test
    void thePort_isTheServicesIfItsProbeAnswers() {
        assertThat(web.service(server.getAddress().getPort())).isEqualTo(ServiceState.OTHER_PROGRAM);
        assertThat(web.service(FreePort.choose())).isEqualTo(ServiceState.STOPPED);
        answer("/q/health/live", 200, "{}");
        assertThat(web.service(server.getAddress().getPort())).isEqualTo(ServiceState.RUNNING);
    }

    private SocketState socket(String site) {
        return web.socket(SettingsOf.the(Map.of("parley.public-url", site)));
    }

    @Test
    void aPublicAddressThatDoesNotUpgrade_isToldWithItsStatus() {
        answer("/ws/v1/visitor", 200, "a page");

        assertThat(socket(base() + "/")).isEqualTo(new SocketState.NotUpgraded(
                base().replace("http", "ws") + "/ws/v1/visitor", 200));
    }

    /** Answers each frame with `reply`, or with nothing if it is empty. */
    private SocketState upgraded(String reply) {
        Vertx vertx = Vertx.vertx();
        try {
            int port = vertx.createHttpServer(new HttpServerOptions().addWebSocketSubProtocol("parley.v1"))
                    .webSocketHandler(socket -> socket.textMessageHandler(text -> {
                        if (!reply.isEmpty()) {
                            socket.writeTextMessage(reply);
                        }
                    })).listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join().actualPort();
            return socket("http://127.0.0.1:" + port);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    @Test
    void aSocketThatOpens_countsOnceAFrameOfParleyComesBack() {
        assertThat(upgraded("{\"type\":\"pong\"}")).isInstanceOf(SocketState.Opened.class);
        assertThat(upgraded("welcome to another program")).isInstanceOf(SocketState.Silent.class);
        assertThat(upgraded("")).isInstanceOf(SocketState.Silent.class);
    }

    @Test
    void aPublicAddressThatIsMissingWrongOrOutOfReach_isToldApart() {
        assertThat(web.socket(SettingsOf.the(Map.of()))).isEqualTo(new SocketState.NoAddress());
        assertThat(socket("chat.shop.example")).isEqualTo(new SocketState.NotAnAddress());
        assertThat(socket("http://127.0.0.1:" + FreePort.choose())).isInstanceOf(SocketState.Unreachable.class);
    }
}
