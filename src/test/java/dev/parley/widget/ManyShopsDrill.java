package dev.parley.widget;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/**
 * Measures preflights and the socket's hello with few shops and with many. Run by hand against a local Parley that was
 * started with {@code PARLEY_LIMITS=off} and an operator's key:
 * {@code ManyShopsDrill http://127.0.0.1:8080 demo 2000 <operator's key>}.
 */
public final class ManyShopsDrill {
    private static final int ROUNDS = 400;
    private static final int WARM_UP = 400;
    private static final String ORIGIN = "http://localhost:8080";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI site;
    private final String shop;
    private final String operator;

    private ManyShopsDrill(URI site, String shop, String operator) {
        this.site = site;
        this.shop = shop;
        this.operator = operator;
    }

    public static void main(String[] args) throws Exception {
        ManyShopsDrill drill = new ManyShopsDrill(URI.create(args[0]), args[1], args[3]);
        int shops = Integer.parseInt(args[2]);
        drill.measure(WARM_UP, "warming up");
        List<Long> few = drill.measure(ROUNDS, "few shops");
        for (int i = 0; i < shops; i++) {
            drill.makeShop(i);
        }
        drill.measure(ROUNDS, "settling");
        List<Long> many = drill.measure(ROUNDS, shops + " shops more");
        System.out.printf("p99 of preflight among many to few: %.2f; of hello: %.2f%n",
                (double) many.get(0) / few.get(0), (double) many.get(1) / few.get(1));
        System.exit(0);
    }

    private List<Long> measure(int rounds, String situation) throws Exception {
        String token = token();
        List<Long> preflights = new ArrayList<>();
        List<Long> hellos = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            preflights.add(micros(this::preflight));
            hellos.add(micros(() -> hello(token)));
        }
        System.out.printf("%-20s preflight %s; hello %s%n", situation, times(preflights), times(hellos));
        return List.of(p99(preflights), p99(hellos));
    }

    private interface Step {
        void run() throws Exception;
    }

    private static long micros(Step step) throws Exception {
        long began = System.nanoTime();
        step.run();
        return (System.nanoTime() - began) / 1_000;
    }

    private static long p99(List<Long> micros) {
        return micros.stream().sorted().toList().get((int) (micros.size() * 0.99));
    }

    private static String times(List<Long> micros) {
        List<Long> sorted = micros.stream().sorted().toList();
        return "p50 %d µs, p99 %d µs".formatted(sorted.get(sorted.size() / 2), p99(micros));
    }

    private void preflight() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(site.resolve("/v1/visitor/sessions"))
                .header("Origin", ORIGIN).header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .method("OPTIONS", BodyPublishers.noBody()).build();
        int status = http.send(request, BodyHandlers.discarding()).statusCode();
        if (status >= 300) {
            throw new IllegalStateException("preflight: " + status);
        }
    }

    private String token() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(site.resolve("/v1/visitor/sessions"))
                .header("Content-Type", "application/json").header("Origin", ORIGIN)
                .POST(BodyPublishers.ofString(JSON.createObjectNode().put("tenant", shop).toString())).build();
        return JSON.readTree(http.send(request, BodyHandlers.ofString()).body()).path("token").asText();
    }

    private void hello(String token) throws Exception {
        CompletableFuture<String> ready = new CompletableFuture<>();
        WebSocket socket = http.newWebSocketBuilder().subprotocols("parley.v1").header("Origin", ORIGIN)
                .buildAsync(URI.create(site.toString().replaceFirst("^http", "ws") + "/ws/v1/visitor"),
                        new First(ready))
                .get(10, TimeUnit.SECONDS);
        socket.sendText(JSON.createObjectNode().put("type", "hello").put("token", token).put("since", 0).toString(),
                true)
                .get(10, TimeUnit.SECONDS);
        JsonNode first = JSON.readTree(ready.get(10, TimeUnit.SECONDS));
        if (!first.path("type").asText().equals("ready")) {
            throw new IllegalStateException(first.toString());
        }
        socket.abort();
    }

    private void makeShop(int i) throws IOException, InterruptedException {
        String body = JSON.createObjectNode().put("slug", "drill-" + System.nanoTime()).put("name", "Drill " + i)
                .set("origins", JSON.createArrayNode().add("https://drill-" + i + ".example")).toString();
        HttpRequest request = HttpRequest.newBuilder(site.resolve("/v1/operator/shops"))
                .header("Content-Type", "application/json").header("Authorization", "Bearer " + operator)
                .POST(BodyPublishers.ofString(body)).build();
        int status = http.send(request, BodyHandlers.discarding()).statusCode();
        if (status != 201) {
            throw new IllegalStateException("shop " + i + ": " + status);
        }
    }

    private static final class First implements WebSocket.Listener {
        private final CompletableFuture<String> ready;
        private final StringBuilder frame = new StringBuilder();

        First(CompletableFuture<String> ready) {
            this.ready = ready;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            frame.append(data);
            if (last) {
                ready.complete(frame.toString());
                frame.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            ready.completeExceptionally(error);
        }
    }
}
