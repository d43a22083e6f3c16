package dev.parley.testsupport;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A visitor's or an agent's client of the socket: sends frames, records all that it receives, and waits for frames. */
public final class VisitorClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration SOON = Duration.ofSeconds(10);

    private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Closed> closed = new CompletableFuture<>();
    private final WebSocket socket;
    private Duration glance = Duration.ofMillis(100);

    /** How the server closed it. */
    public record Closed(int code, String reason) {}

    private VisitorClient(URI address, String protocol, Map<String, String> headers) {
        WebSocket.Builder builder = HTTP.newWebSocketBuilder().subprotocols(protocol);
        headers.forEach(builder::header);
        socket = builder.buildAsync(address, new Ear()).orTimeout(10, TimeUnit.SECONDS).join();
    }

    // site: the service's HTTP address.
    public static VisitorClient connect(URI site, @Nullable String origin) {
        return new VisitorClient(address(site, "/ws/v1/visitor"), "parley.v1",
                origin == null ? Map.of() : Map.of("Origin", origin));
    }

    private static URI address(URI site, String path) {
        return URI.create(site.toString().replaceFirst("^http", "ws").replaceFirst("/$", "") + path);
    }

    /** An agent's client: connects with the console's origin and a cookie. */
    public static VisitorClient connectAgent(URI site, String origin, String cookie) {
        return new VisitorClient(address(site, "/ws/v1/agent"), "parley.agent.v1",
                Map.of("Origin", origin, "Cookie", "parley_agent=" + cookie));
    }

    public static VisitorClient connect(URI site) {
        return connect(site, Shops.ORIGIN);
    }

    /** Polls more often; for tests that wait a thousand times. */
    public VisitorClient impatient() {
        glance = Duration.ofMillis(5);
        return this;
    }

    /** Sends hello and waits for the welcome. */
    public VisitorClient hello(String token, long since) {
        say(Map.of("type", "hello", "token", token, "since", since));
        await("ready");
        return this;
    }

    public UUID ask(String text) {
        UUID id = UUID.randomUUID();
        send(id, text);
        return id;
    }

    public void send(UUID id, String text) {
        say(Map.of("type", "send", "id", id.toString(), "text", text));
    }

    public void say(Map<String, ?> frame) {
        try {
            sayRaw(JSON.writeValueAsString(frame));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public void sayRaw(String text) {
        socket.sendText(text, true).orTimeout(10, TimeUnit.SECONDS).join();
    }

    public void sayBinary(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).orTimeout(10, TimeUnit.SECONDS).join();
    }

    /** A pong proves that all earlier frames were processed. */
    public void pingPong() {
        int before = all("pong").size();
        say(Map.of("type", "ping"));
        Awaitility.await().atMost(SOON).pollDelay(glance).pollInterval(glance)
                .until(() -> all("pong").size() > before);
    }

    public List<JsonNode> heard() {
        return List.copyOf(heard);
    }

    public List<JsonNode> all(String type) {
        return heard.stream().filter(frame -> frame.path("type").asText().equals(type)).toList();
    }

    /** The first frame of the type, including those already received. */
    public JsonNode await(String type) {
        return await(type, frame -> true);
    }

    public JsonNode await(String type, Predicate<JsonNode> which) {
        return Awaitility.await("a frame of type " + type).atMost(SOON).pollDelay(glance).pollInterval(glance)
                .until(() -> all(type).stream().filter(which).findFirst(), java.util.Optional::isPresent)
                .orElseThrow();
    }

    public JsonNode awaitError(String code) {
        return await("error", frame -> frame.path("code").asText().equals(code));
    }

    public JsonNode awaitMessage(String author, String text) {
        return await("message",
                frame -> frame.path("author").asText().equals(author) && frame.path("text").asText().equals(text));
    }

    /** The types of all received frames, in order. */
    public List<String> types() {
        return heard.stream().map(frame -> frame.path("type").asText()).toList();
    }

    /** The concatenated deltas of the answer's newest attempt. */
    public String answerText(String answer) {
        TreeMap<Integer, StringBuilder> attempts = new TreeMap<>();
        for (JsonNode delta : all("answer.delta")) {
            if (delta.path("answer").asText().equals(answer)) {
                attempts.computeIfAbsent(delta.path("attempt").asInt(), number -> new StringBuilder())
                        .append(delta.path("text").asText());
            }
        }
        return attempts.isEmpty() ? "" : attempts.lastEntry().getValue().toString();
    }

    public Closed awaitClose() {
        return closed.orTimeout(10, TimeUnit.SECONDS).join();
    }

    public boolean isOpen() {
        return !closed.isDone() && !socket.isInputClosed();
    }

    /** Drops the connection without a close frame. */
    public void cut() {
        socket.abort();
    }

    @Override
    public void close() {
        if (!socket.isOutputClosed()) {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(gone -> socket);
        }
    }

    private final class Ear implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                try {
                    heard.add(JSON.readTree(text.toString()));
                } catch (JsonProcessingException e) {
                    closed.completeExceptionally(e);
                }
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(new Closed(code, reason));
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            closed.completeExceptionally(failure);
        }
    }
}
