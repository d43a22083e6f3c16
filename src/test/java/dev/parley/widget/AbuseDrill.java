package dev.parley.widget;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/**
 * Fifty sockets at full speed beside twenty visitors who ask something every few seconds, compared with the same
 * visitors alone. Run by hand against a local Parley: {@code AbuseDrill http://127.0.0.1:8080 demo 60}.
 */
public final class AbuseDrill {
    private static final int GOOD = 20;
    private static final int HOSTILE = 50;
    private static final Duration THINKING = Duration.ofSeconds(3);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI site;
    private final String shop;
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private volatile boolean over;

    private AbuseDrill(URI site, String shop) {
        this.site = site;
        this.shop = shop;
    }

    public static void main(String[] args) throws Exception {
        AbuseDrill drill = new AbuseDrill(URI.create(args[0]), args[1]);
        long seconds = Long.parseLong(args[2]);
        List<Visitor> good = new ArrayList<>();
        for (int i = 0; i < GOOD; i++) {
            good.add(drill.visitor());
        }
        // Warm-up.
        drill.ask(good, seconds);
        List<Long> alone = drill.ask(good, seconds);
        List<Thread> hostile = new ArrayList<>();
        for (int i = 0; i < HOSTILE; i++) {
            hostile.add(Thread.ofVirtual().start(drill::attack));
        }
        List<Long> beside = drill.ask(good, seconds);
        drill.over = true;
        for (Thread each : hostile) {
            each.join(5_000);
        }
        System.out.printf("good visitors alone      %s%n", times(alone));
        System.out.printf("good visitors beside     %s%n", times(beside));
        System.out.printf("hostile: %d frames sent, %d messages taken, %d refused, %d sockets closed%n",
                drill.sent.get(), drill.taken.get(), drill.refused.get(), drill.closed.get());
        System.exit(0);
    }

    private static String times(List<Long> millis) {
        List<Long> sorted = millis.stream().sorted().toList();
        return sorted.isEmpty()
                ? "no answer"
                : "%d answers, p50 %d ms, p99 %d ms, slowest %d ms".formatted(sorted.size(),
                        sorted.get(sorted.size() / 2), sorted.get((int) (sorted.size() * 0.99)), sorted.getLast());
    }

    /** Milliseconds from each question to the end of its answer. */
    private List<Long> ask(List<Visitor> visitors, long seconds) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        List<Long> took = java.util.Collections.synchronizedList(new ArrayList<>());
        CountDownLatch done = new CountDownLatch(visitors.size());
        for (Visitor visitor : visitors) {
            Thread.ofVirtual().start(() -> {
                while (System.nanoTime() < until) {
                    long began = System.nanoTime();
                    visitor.send("How long do I have to send shoes back?");
                    if (visitor.awaitEnd()) {
                        took.add((System.nanoTime() - began) / 1_000_000);
                    }
                    pause(THINKING);
                }
                done.countDown();
            });
        }
        done.await();
        return List.copyOf(took);
    }

    private void attack() {
        Visitor visitor = visitor();
        while (!over) {
            if (visitor.gone) {
                closed.incrementAndGet();
                pause(Duration.ofMillis(50));
                visitor = connect(visitor.token);
            }
            visitor.send("How long do I have to send shoes back?");
            sent.incrementAndGet();
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Visitor visitor() {
        try {
            String body = JSON.createObjectNode().put("tenant", shop).toString();
            HttpRequest request = HttpRequest.newBuilder(site.resolve("/v1/visitor/sessions"))
                    .header("Content-Type", "application/json").header("Origin", "http://localhost:8080")
                    .POST(HttpRequest.BodyPublishers.ofString(body)).build();
            return connect(JSON.readTree(http.send(request, BodyHandlers.ofString()).body()).path("token").asText());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Visitor connect(String token) {
        Visitor visitor = new Visitor(token);
        try {
            visitor.socket = http.newWebSocketBuilder().subprotocols("parley.v1")
                    .header("Origin", "http://localhost:8080")
                    .buildAsync(URI.create(site.toString().replaceFirst("^http", "ws") + "/ws/v1/visitor"), visitor)
                    .join();
            visitor.say(JSON.createObjectNode().put("type", "hello").put("token", token).put("since", 0).toString());
        } catch (RuntimeException away) {
            visitor.gone = true;
        }
        return visitor;
    }

    private final class Visitor implements WebSocket.Listener {
        private final String token;
        private final StringBuilder frame = new StringBuilder();
        private final LinkedBlockingQueue<String> ends = new LinkedBlockingQueue<>();
        private @Nullable WebSocket socket;
        private volatile boolean gone;

        Visitor(String token) {
            this.token = token;
        }

        void send(String text) {
            say(JSON.createObjectNode().put("type", "send").put("id", UUID.randomUUID().toString()).put("text", text)
                    .toString());
        }

        void say(String text) {
            try {
                if (socket != null && !gone) {
                    socket.sendText(text, true).get(10, TimeUnit.SECONDS);
                }
            } catch (Exception away) {
                gone = true;
            }
        }

        boolean awaitEnd() {
            try {
                return ends.poll(30, TimeUnit.SECONDS) != null;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            frame.append(data);
            if (last) {
                heard(frame.toString());
                frame.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void heard(String text) {
            try {
                JsonNode json = JSON.readTree(text);
                switch (json.path("type").asText()) {
                    case "answer.end" -> ends.add(text);
                    case "ack" -> taken.incrementAndGet();
                    case "error" -> refused.incrementAndGet();
                    default -> {
                    }
                }
            } catch (IOException unreadable) {
                gone = true;
            }
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            gone = true;
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            gone = true;
        }
    }
}
