package dev.parley.model.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

import com.sun.management.OperatingSystemMXBean;
import dev.parley.model.ChatEvent;
import dev.parley.model.ChatMessage;
import dev.parley.model.ChatModel;
import dev.parley.model.ChatRequest;
import dev.parley.model.ModelConfig;
import dev.parley.platform.OutgoingGuard;
import dev.parley.testsupport.SendTime;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;

/**
 * Measures the overhead of the model client over a bare socket, and the cost of a call. The model server is a separate
 * process; each piece of text carries the time at which it was sent. Run by hand:
 * {@code java -cp <test class path> dev.parley.model.bench.ModelBench}.
 */
public final class ModelBench {
    private static final int PORT = 4019;
    private static final int RUNS = 5;
    private static final ChatRequest QUESTION = new ChatRequest("bench",
            List.of(ChatMessage.system("Be kind. ".repeat(200)),
                    ChatMessage.user("How long may I send shoes back?")),
            400, null);
    private static final OperatingSystemMXBean PROCESS = (OperatingSystemMXBean) ManagementFactory
            .getOperatingSystemMXBean();

    private final Vertx vertx = Vertx.vertx();
    private final ChatModel model = new ChatModel(config(), vertx, new SimpleMeterRegistry(), Clock.systemUTC(),
            new OutgoingGuard(vertx, false));

    private ModelBench() {}

    public static void main(String... args) throws Exception {
        Process server = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), "dev.parley.testsupport.ScriptedModelMain",
                Integer.toString(PORT), "0")
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try {
            server.inputReader().readLine();
            ModelBench bench = new ModelBench();
            bench.run();
            bench.vertx.close().toCompletionStage().toCompletableFuture().join();
        } finally {
            server.destroy();
        }
        // The breaker's timer thread would keep the process alive.
        System.exit(0);
    }

    private static ModelConfig config() {
        return new SmallRyeConfigBuilder().addDiscoveredConverters().withMapping(ModelConfig.class)
                .withDefaultValue("parley.model.base-url", "http://127.0.0.1:" + PORT + "/v1").build()
                .getConfigMapping(ModelConfig.class);
    }

    private void run() throws Exception {
        cost();
        script(1, 0);
        compare("first text, one at a time", 1, 2_000);
        script(50, 20);
        compare("texts, 100 streams of 50 a second", 100, 1);
    }

    /** 12,000 turns of 20 deltas, 16 at once, and the same again after the warm-up. */
    private void cost() throws Exception {
        script(20, 0);
        for (int[] block : new int[][]{{0, 5_000}, {5_000, 12_000}, {12_000, 25_000}, {25_000, 35_000}}) {
            long cpu = PROCESS.getProcessCpuTime();
            int failed = turns(block[1] - block[0], 16);
            double each = (PROCESS.getProcessCpuTime() - cpu) / 1e6 / (block[1] - block[0]);
            System.out.printf("turns %,d to %,d: %.2f ms CPU each, %d failed, connections so far %s%n", block[0],
                    block[1], each, failed, stats());
        }
    }

    private int turns(int count, int atOnce) throws InterruptedException {
        CountDownLatch left = new CountDownLatch(count);
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        for (int i = 0; i < atOnce; i++) {
            vertx.getOrCreateContext().runOnContext(ignored -> turn(begun, count, failed, left));
        }
        left.await();
        return failed.get();
    }

    private void turn(AtomicInteger begun, int count, AtomicInteger failed, CountDownLatch left) {
        if (begun.incrementAndGet() > count) {
            return;
        }
        model.answer(QUESTION).subscribe().with(event -> {}, failure -> {
            failed.incrementAndGet();
            left.countDown();
            turn(begun, count, failed, left);
        }, () -> {
            left.countDown();
            turn(begun, count, failed, left);
        });
    }

    private void compare(String what, int streams, int times) throws Exception {
        List<Double> rawMedians = new ArrayList<>();
        List<Double> ourMedians = new ArrayList<>();
        List<Double> raw99 = new ArrayList<>();
        List<Double> our99 = new ArrayList<>();
        for (int run = 0; run <= RUNS; run++) {
            double[] raw = sorted(delays(streams, times, ignored -> rawAnswer()));
            double[] ours = sorted(delays(streams, times, ignored -> ourAnswer()));
            // The first run only warms up.
            if (run > 0) {
                rawMedians.add(raw[raw.length / 2]);
                ourMedians.add(ours[ours.length / 2]);
                raw99.add(raw[raw.length * 99 / 100]);
                our99.add(ours[ours.length * 99 / 100]);
            }
        }
        System.out.printf("%s: raw p50 %.3f ms, p99 %.3f ms; ours p50 %.3f ms, p99 %.3f ms (medians of %d runs)%n",
                what, median(rawMedians),
                median(raw99), median(ourMedians), median(our99), RUNS);
    }

    private static List<Double> delays(int streams, int times, IntFunction<List<Double>> answer)
            throws InterruptedException {
        List<Double> all = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < streams; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                for (int t = 0; t < times; t++) {
                    all.addAll(answer.apply(t));
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return all;
    }

    /** Milliseconds from sending to receipt of each delta; for a short answer with one delta, from the question. */
    private List<Double> ourAnswer() {
        long asked = System.nanoTime();
        List<Double> delays = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch done = new CountDownLatch(1);
        model.answer(QUESTION).subscribe().with(event -> {
            if (event instanceof ChatEvent.Delta delta) {
                SendTime.since(delta.text()).forEach(nanos -> delays.add(nanos / 1e6));
            }
        }, failure -> done.countDown(), done::countDown);
        try {
            done.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return delays.size() == 1 ? List.of((System.nanoTime() - asked) / 1e6) : delays;
    }

    private static List<Double> rawAnswer() {
        List<Double> delays = new ArrayList<>();
        String body = "{\"model\":\"m\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\""
                + "Be kind. ".repeat(200) + "\"}]}";
        try (Socket socket = RAW.get()) {
            long asked = System.nanoTime();
            socket.setTcpNoDelay(true);
            socket.getOutputStream()
                    .write(("POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length()
                            + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.UTF_8));
            BufferedReader lines = new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null && !line.contains("[DONE]"); line = lines.readLine()) {
                SendTime.since(line).forEach(nanos -> delays.add(nanos / 1e6));
            }
            return delays.size() == 1 ? List.of((System.nanoTime() - asked) / 1e6) : delays;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Connect {
        Socket get() throws IOException;
    }

    /** Connected before the measurement, like a pooled connection. */
    private static final Connect RAW = () -> new Socket(InetAddress.getLoopbackAddress(), PORT);

    private static void script(int pieces, int everyMillis) throws IOException, InterruptedException {
        post("/_reset", "");
        String deltas = String.join(",", Collections.nCopies(pieces, "\"" + SendTime.PLACE + "\""));
        post("/_script",
                "{\"always\":{\"stamped\":true,\"delay_ms\":" + everyMillis + ",\"deltas\":[" + deltas + "]}}");
    }

    private static String stats() throws IOException, InterruptedException {
        String stats = http(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + "/_stats")).build());
        return stats.replaceAll(".*\"connections\":(\\d+).*", "$1");
    }

    private static void post(String path, String body) throws IOException, InterruptedException {
        http(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + path))
                .POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    private static String http(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    private static double[] sorted(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    private static double median(List<Double> values) {
        return sorted(values)[values.size() / 2];
    }
}
