package dev.parley.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import dev.parley.feed.ConversationFeed;
import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A client that disconnects in the middle of a request must not leak a database connection (CVE-2025-14969). */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class DisconnectTest {
    private static final int REQUESTS = 500;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI site;
    @Inject
    Shops shops;
    @Inject
    ConversationFeed feed;

    @Test
    void requestsCutInTheMiddle_leaveThePoolWhole() throws Exception {
        Shop shop = shops.open();
        String conversation = shops.conversation(shop).id().toString();

        cutMany(List.of(
                request("GET", "/v1/conversations", shop, ""),
                request("POST", "/v1/conversations", shop, "{\"visitor\":\"customer\"}"),
                request("POST", "/v1/conversations/" + conversation + "/messages", shop, "{\"text\":\"Thanks!\"}"),
                request("POST", "/v1/conversations/" + conversation + "/messages", shop, "{\"text\":\"Thanks!\"}")
                        .replace("Accept: application/json", "Accept: text/event-stream"),
                request("POST", "/openai/v1/chat/completions", shop,
                        "{\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"Thanks!\"}]}"),
                request("POST", "/v1/conversations/" + conversation + "/handoff", shop, ""),
                request("GET", "/v1/conversations/" + conversation + "/messages", shop, "")));

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            long begun = System.nanoTime();
            given().header("Authorization", "Bearer " + shop.apiKey()).get("/v1/conversations").then().statusCode(200);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
            assertThat(shops.column("SELECT state FROM pg_stat_activity WHERE state LIKE 'idle in transaction%'"))
                    .isEmpty();
        });
        // As many at once as the pool has connections: with one connection leaked, the last request would hang.
        inParallel(20, () -> given().header("Authorization", "Bearer " + shop.apiKey()).get("/v1/conversations").then()
                .statusCode(200));
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(feed.open()).isEmpty());
    }

    private void cutMany(List<String> requests) throws Exception {
        try (var threads = Executors.newFixedThreadPool(20)) {
            List<Future<?>> cuts = new ArrayList<>();
            for (int i = 0; i < REQUESTS; i++) {
                String request = requests.get(i % requests.size());
                // Some disconnect at once, some during the first statement, some while the response is sent.
                long nanos = (i % 10) * 500_000L;
                cuts.add(threads.submit(() -> {
                    cut(request, nanos);
                    return null;
                }));
            }
            finish(cuts);
        }
    }

    private void cut(String request, long holdNanos) throws IOException {
        try (Socket socket = new Socket(site.getHost(), site.getPort())) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            java.util.concurrent.locks.LockSupport.parkNanos(holdNanos);
        }
    }

    private static void inParallel(int count, Runnable work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(count)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                all.add(threads.submit(work));
            }
            finish(all);
        }
    }

    private static void finish(List<Future<?>> all) throws InterruptedException, ExecutionException {
        for (Future<?> each : all) {
            each.get();
        }
    }

    private static String request(String method, String path, Shop shop, String body) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + shop.apiKey()
                + "\r\nContent-Type: application/json\r\nAccept: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
    }
}
