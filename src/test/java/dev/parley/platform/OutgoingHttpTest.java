package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.parley.testsupport.HostileAddresses;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PfxOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutgoingHttpTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path folder;
    private final Vertx vertx = Vertx.vertx();
    private final List<String> lookedUp = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    private InetAddress[] loopback(String host) throws UnknownHostException {
        lookedUp.add(host);
        return new InetAddress[]{InetAddress.getLoopbackAddress()};
    }

    private OutgoingHttp http() {
        return new OutgoingHttp(vertx, new OutgoingGuard(vertx, true, this::loopback));
    }

    private HttpServer serve(HttpServerOptions options, Handler<HttpServerRequest> handler)
            throws Exception {
        return vertx.createHttpServer(options).requestHandler(request -> {
            requests.add(request.method() + " " + request.authority() + " " + request.uri());
            handler.handle(request);
        }).listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get();
    }

    private static OutgoingHttp.Call get(String url, Duration within, int largest) {
        return new OutgoingHttp.Call("GET", OutgoingUrl.parse(url), Map.of(), null, within, largest);
    }

    private static OutgoingHttp.Answer send(OutgoingHttp http, OutgoingHttp.Call call) {
        return http.send(call).await().atMost(LONG);
    }

    private static void assertFails(OutgoingHttp http, OutgoingHttp.Call call, OutgoingFailure.Reason reason) {
        assertThatThrownBy(() -> send(http, call)).isInstanceOfSatisfying(OutgoingFailure.class,
                failure -> assertThat(failure.reason()).isEqualTo(reason));
    }

    @Test
    void hostileAddresses_reachNobody() {
        List<String> admitted = new ArrayList<>();
        try (HostileAddresses hostile = new HostileAddresses()) {
            OutgoingHttp http = new OutgoingHttp(vertx, new OutgoingGuard(vertx, false, HostileAddresses.NAMES));
            assertThat(hostile.all()).hasSizeGreaterThanOrEqualTo(150);

            for (String address : hostile.all()) {
                try {
                    send(http, get(address, Duration.ofSeconds(5), 100));
                    admitted.add(address);
                } catch (IllegalArgumentException unreadable) {
                    // Not a valid address.
                } catch (OutgoingFailure refused) {
                    if (refused.reason() != OutgoingFailure.Reason.REFUSED) {
                        admitted.add(address);
                    }
                }
            }

            assertThat(admitted).isEmpty();
            assertThat(hostile.connections()).isZero();
        }
    }

    /** A name is resolved only once, so a name server that answers differently the second time has no effect. */
    @Test
    void connection_goesToTheAddressThatWasCheckedAndSpeaksToTheName() throws Exception {
        HttpServer server = serve(new HttpServerOptions(), request -> request.response().end("hello"));

        OutgoingHttp.Answer answer = send(http(), get("http://shop.example:" + server.actualPort() + "/a?b", LONG, 9));

        assertThat(answer.body().toString()).isEqualTo("hello");
        assertThat(requests).containsExactly("GET shop.example:" + server.actualPort() + " /a?b");
        assertThat(lookedUp).containsExactly("shop.example");
    }

    @Test
    void hostWithOnePrivateAddressOfTwo_isRefused() {
        OutgoingGuard guard = new OutgoingGuard(vertx, false, host -> new InetAddress[]{
                InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.1")});

        assertFails(new OutgoingHttp(vertx, guard), get("http://shop.example/", LONG, 9),
                OutgoingFailure.Reason.REFUSED);
    }

    @Test
    void redirect_isAnAnswerAndNotFollowed() throws Exception {
        HttpServer server = serve(new HttpServerOptions(), request -> request.response().setStatusCode(302)
                .putHeader("Location", "/elsewhere").end());

        assertThat(send(http(), get("http://shop.example:" + server.actualPort() + "/", LONG, 9)).status())
                .isEqualTo(302);
        assertThat(requests).hasSize(1);
    }

    @Test
    void endlessBody_isCutAtTheLimit() throws Exception {
        HttpServer server = serve(new HttpServerOptions(), request -> {
            request.response().setChunked(true);
            vertx.setPeriodic(1, id -> {
                if (request.response().closed()) {
                    vertx.cancelTimer(id);
                } else {
                    request.response().write("x".repeat(1_000));
                }
            });
        });

        OutgoingHttp.Answer answer = send(http(), get("http://shop.example:" + server.actualPort() + "/", LONG, 2_500));

        assertThat(answer.body().length()).isEqualTo(2_500);
        assertThat(answer.whole()).isFalse();
    }

    @Test
    void compressedBody_isNotUnpacked() throws Exception {
        HttpServer server = serve(new HttpServerOptions().setCompressionSupported(true),
                request -> request.response().putHeader("Content-Encoding", "gzip").end("small"));

        OutgoingHttp.Answer answer = send(http(), get("http://shop.example:" + server.actualPort() + "/", LONG, 99));

        assertThat(answer.encoding()).isEqualTo("gzip");
        assertThat(answer.body().toString()).isEqualTo("small");
    }

    @Test
    void serverThatNeverEnds_isLeftInTime() throws Exception {
        HttpServer server = serve(new HttpServerOptions(),
                request -> request.response().setChunked(true).write("and then"));

        assertFails(http(), get("http://shop.example:" + server.actualPort() + "/", Duration.ofMillis(300), 99),
                OutgoingFailure.Reason.TIMEOUT);
    }

    @Test
    void nobodyThere_isToldApart() throws Exception {
        HttpServer server = serve(new HttpServerOptions(), request -> {});
        int port = server.actualPort();
        server.close().toCompletionStage().toCompletableFuture().get();

        assertFails(http(), get("http://shop.example:" + port + "/", LONG, 9), OutgoingFailure.Reason.UNREACHABLE);
    }

    @Test
    void certificate_mustBeForTheName() throws Exception {
        PfxOptions ours = certificate("shop.example");
        HttpServer server = serve(new HttpServerOptions().setSsl(true).setKeyCertOptions(ours),
                request -> request.response().end("secure"));
        OutgoingHttp trusting = new OutgoingHttp(vertx, new OutgoingGuard(vertx, true, this::loopback),
                new HttpClientOptions().setTrustOptions(ours));

        String port = ":" + server.actualPort() + "/";
        assertThat(send(trusting, get("https://shop.example" + port, LONG, 9)).status()).isEqualTo(200);
        assertFails(trusting, get("https://other.example" + port, LONG, 9), OutgoingFailure.Reason.TLS);
        assertFails(http(), get("https://shop.example" + port, LONG, 9), OutgoingFailure.Reason.TLS);
    }

    /** A self-signed certificate, made by keytool, because netty's generator does not work since JDK 25. */
    private PfxOptions certificate(String name) throws Exception {
        Path store = folder.resolve("store.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "a", "-keyalg", "EC", "-dname", "CN=" + name, "-ext", "san=dns:" + name,
                "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", "changeit").inheritIO().start();
        assertThat(keytool.waitFor()).isZero();
        return new PfxOptions().setPath(store.toString()).setPassword("changeit");
    }
}
