package dev.parley;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.testsupport.PackagedParley;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 300 mixed requests a second against the packaged jar, each begun at its time whether the one before is done or not. By hand, after
 * `./mvnw package`: `./mvnw test -Dtest=ShopBench -DargLine=-Dparley.jar=target/quarkus-app/quarkus-run.jar`.
 */
class ShopBench {
    private static final int RATE = 300;
    private static final int WARM_SECONDS = 30;
    private static final int SECONDS = 30;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentSkipListMap<>();

    @Test
    void mixedRequests(@TempDir Path directory) throws IOException {
        try (PackagedParley parley = new PackagedParley(Files.createDirectory(directory.resolve("data")))) {
            parley.start();
            String conversation = new ObjectMapper().readTree(parley.post("/v1/conversations", "{}").body()).path("id")
                    .asText();
            run(parley, conversation, WARM_SECONDS);
            statuses.clear();
            long[] times = run(parley, conversation, SECONDS);
            System.out.printf(
                    "%d requests at %d/s: p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, longest %.1f ms; statuses %s%n",
                    times.length, RATE, at(times, 0.5), at(times, 0.9), at(times, 0.99), at(times, 1), statuses);
        }
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))] / 1e6;
    }

    /** Measured from the time at which each request was due, so that queueing before the server counts. */
    private long[] run(PackagedParley parley, String conversation, int seconds) {
        List<CompletableFuture<Long>> all = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < seconds * RATE; i++) {
            long due = start + i * 1_000_000_000L / RATE;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            all.add(http.sendAsync(request(parley, conversation, i), BodyHandlers.ofString())
                    .thenApply(answer -> done(answer, due)));
        }
        long[] times = all.stream().mapToLong(CompletableFuture::join).toArray();
        Arrays.sort(times);
        return times;
    }

    private long done(HttpResponse<String> answer, long due) {
        statuses.computeIfAbsent(answer.statusCode(), status -> new AtomicInteger()).incrementAndGet();
        return System.nanoTime() - due;
    }

    private static HttpRequest request(PackagedParley parley, String conversation, int i) {
        return switch (i % 10) {
            case 0 -> post(parley, "/v1/conversations", "{\"visitor\":\"customer-" + i % 500 + "\"}", i);
            case 1 -> post(parley, "/v1/conversations/" + conversation + "/handoff", "{}", i);
            case 2 -> get(parley, "/v1/conversations?limit=20");
            case 3 -> get(parley, "/v1/conversations/" + conversation);
            case 4 -> get(parley, "/v1/conversations/" + conversation + "/messages");
            case 5 -> get(parley, "/v1/faq/entries?limit=20");
            case 6 -> get(parley, "/v1/faq/search?q=How+long+can+I+return+shoes");
            case 7 -> get(parley, "/v1/usage");
            case 8 -> get(parley, "/v1/retention");
            default -> get(parley, "/v1/keys");
        };
    }

    private static HttpRequest get(PackagedParley parley, String path) {
        return to(parley, path).GET().build();
    }

    private static HttpRequest post(PackagedParley parley, String path, String body, int i) {
        return to(parley, path).header("Content-Type", "application/json")
                .header("Idempotency-Key", "bench-" + System.nanoTime() + "-" + i)
                .POST(BodyPublishers.ofString(body)).build();
    }

    private static HttpRequest.Builder to(PackagedParley parley, String path) {
        return HttpRequest.newBuilder(parley.uri(path)).timeout(Duration.ofSeconds(30)).header("Authorization",
                "Bearer " + PackagedParley.API_KEY);
    }
}
