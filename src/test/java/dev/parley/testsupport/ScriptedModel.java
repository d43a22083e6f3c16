package dev.parley.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A model server that says what a test tells it to, in the real protocol of {@code POST /v1/chat/completions}. Replies
 * come from a queue, one per call, then from the standing reply. Without either it answers by itself: a standalone
 * question for a rewriting prompt ({@link Rewriting}), other wordings of an entry ({@link WordingsProposal}), or the
 * FAQ entry that matches ({@link FaqAnswer}). {@link ScriptedSpeech} handles recordings. The same over HTTP:
 * {@code POST /_script {"queue":[reply …], "always":reply, "refuse_tools":true, "refusing":{field:reply …},
 * "heard":text, "speech_queue":[reply …], "speech_always":reply}}, {@code GET /_requests}, {@code GET /_stats},
 * {@code POST /_reset}.
 */
public final class ScriptedModel implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Counters.
     *
     * @param connections of clients that called the model
     * @param open number of these still open
     * @param streams replies being sent now
     * @param cancelled replies that the client aborted
     * @param lastCancelNanos when, by {@link System#nanoTime}
     */
    public record Stats(int requests, int connections, int open, int streams, int cancelled, long lastCancelNanos) {}

    private final ServerSocket server;
    private final long delayMs;
    private final Deque<Reply> queue = new ArrayDeque<>();
    private @Nullable Reply always;
    private final Refusals refusals = new Refusals();
    private volatile Reply models = list("gpt-3.5-turbo", "whisper-1");
    private volatile @Nullable Reply embeddings;
    private final List<JsonNode> embeddingCalls = new CopyOnWriteArrayList<>();
    private volatile Reply moderations = flagged(false);
    private final ScriptedSpeech speech = new ScriptedSpeech();
    private final List<String> moderated = new CopyOnWriteArrayList<>();
    private final List<Received> requests = new ArrayList<>();
    private boolean keepRequests = true;
    private final Set<ScriptedConnection> connections = Collections.synchronizedSet(new HashSet<>());
    private int requestCount;
    private int opened;
    private int open;
    private int streams;
    private int cancelled;
    private int stalled;
    private long lastCancelNanos;

    private ScriptedModel(ServerSocket server, long delayMs) {
        this.server = server;
        this.delayMs = delayMs;
    }

    /** On a free local port, without delays. */
    public static ScriptedModel start() {
        return start(0, 0);
    }

    // delayMs: between the deltas of an unscripted answer.
    public static ScriptedModel start(int port, long delayMs) {
        try {
            ServerSocket server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 512);
            ScriptedModel model = new ScriptedModel(server, delayMs);
            Thread.ofVirtual().name("scripted-model").start(model::accept);
            return model;
        } catch (IOException e) {
            throw new UncheckedIOException("The scripted model cannot listen on port " + port, e);
        }
    }

    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/v1");
    }

    /** Queues replies for the next calls. */
    public synchronized ScriptedModel next(Reply... replies) {
        queue.addAll(List.of(replies));
        return this;
    }

    /** The reply to every call once the queue is empty. */
    public synchronized ScriptedModel always(@Nullable Reply reply) {
        always = reply;
        return this;
    }

    /** Refuses every call with functions, whatever is scripted, as some servers do. */
    public synchronized ScriptedModel refuseTools() {
        return refusing("tools", Reply.error(400, null, "invalid_request_error").blaming(null,
                "This model does not support tools"));
    }

    /**
     * Refuses every call with this field, or with messages of that kind ({@code system}, {@code turns}), whatever is
     * scripted.
     */
    public synchronized ScriptedModel refusing(String parameter, Reply saying) {
        refusals.add(parameter, saying);
        return this;
    }

    /** The reply to {@code GET /models} instead of the default. */
    public ScriptedModel models(Reply reply) {
        models = reply;
        return this;
    }

    /** The reply to {@code POST /moderations} instead of "harmless". */
    public ScriptedModel moderations(Reply reply) {
        moderations = reply;
        return this;
    }

    /** The reply to {@code POST /embeddings} instead of vectors of the texts' words. */
    public ScriptedModel embeddings(Reply reply) {
        embeddings = reply;
        return this;
    }

    public ScriptedSpeech speech() {
        return speech;
    }

    /** The bodies of the embedding requests. */
    public List<JsonNode> embeddingCalls() {
        return List.copyOf(embeddingCalls);
    }

    /** The texts sent to moderation. */
    public List<String> moderated() {
        return List.copyOf(moderated);
    }

    /** A verdict in the protocol's format. */
    public static Reply flagged(boolean flagged) {
        return Reply.raw(200, "application/json",
                "{\"id\":\"modr-1\",\"model\":\"omni-moderation-latest\",\"results\":[{\"flagged\":"
                        + flagged + ",\"categories\":{\"harassment\":" + flagged + "},\"category_scores\":{}}]}");
    }

    /** A list of models in the protocol's format. */
    public static Reply list(String... ids) {
        return Reply.raw(200, "application/json", "{\"object\":\"list\",\"data\":[" + Stream.of(ids)
                .map(id -> "{\"id\":\"" + id + "\",\"object\":\"model\",\"created\":0,\"owned_by\":\"scripted\"}")
                .collect(Collectors.joining(",")) + "]}");
    }

    /** Until the next reset: in long runs thousands of kept requests would use too much memory. */
    public synchronized ScriptedModel forgetRequests() {
        keepRequests = false;
        return this;
    }

    public synchronized List<Received> requests() {
        return List.copyOf(requests);
    }

    public synchronized Stats stats() {
        return new Stats(requestCount, opened, open, streams, cancelled, lastCancelNanos);
    }

    /** Replies that are stalled now and will not continue by themselves. */
    public synchronized int stalled() {
        return stalled;
    }

    synchronized void stalled(int change) {
        stalled += change;
    }

    /** Clears scripts, requests and counters; connections stay open. */
    public synchronized void reset() {
        keepRequests = true;
        queue.clear();
        always = null;
        refusals.clear();
        models = list("gpt-3.5-turbo", "whisper-1");
        moderations = flagged(false);
        embeddings = null;
        embeddingCalls.clear();
        moderated.clear();
        speech.reset();
        requests.clear();
        requestCount = 0;
        opened = 0;
        cancelled = 0;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List.copyOf(connections).forEach(ScriptedConnection::close);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                ScriptedConnection connection = new ScriptedConnection(socket, this);
                connections.add(connection);
                Thread.ofVirtual().name("scripted-connection").start(connection);
            } catch (IOException closed) {
                // The server was closed, which ends the loop, or a client disconnected at once.
            }
        }
    }

    /** Returns whether the connection can carry another call. */
    boolean handle(ScriptedConnection.Call call, ScriptedConnection connection) throws IOException {
        String path = call.path().replaceAll("\\?.*", "");
        if (path.equals("/_script")) {
            script(JSON.readTree(call.body()));
            connection.sendJson(200, bytes("{}"));
        } else if (path.equals("/_requests")) {
            connection.sendJson(200, JSON.writeValueAsBytes(requests()));
        } else if (path.equals("/_stats")) {
            connection.sendJson(200, JSON.writeValueAsBytes(stats()));
        } else if (path.equals("/_reset")) {
            reset();
            connection.sendJson(200, bytes("{}"));
        } else {
            return call(call, path, connection);
        }
        return true;
    }

    private static boolean embed(JsonNode request, ScriptedConnection connection) throws IOException {
        ObjectNode answer = JSON.createObjectNode().put("object", "list").put("model", request.path("model").asText());
        ArrayNode data = answer.putArray("data");
        for (JsonNode text : request.path("input")) {
            ObjectNode item = JSON.createObjectNode().put("object", "embedding").put("index", data.size());
            ArrayNode vector = item.putArray("embedding");
            for (float value : WordBag.of(text.asText())) {
                vector.add(value);
            }
            data.add(item);
        }
        answer.putObject("usage").put("prompt_tokens", 7).put("total_tokens", 7);
        connection.sendJson(200, JSON.writeValueAsBytes(answer));
        return true;
    }

    private boolean call(ScriptedConnection.Call call, String path, ScriptedConnection connection) throws IOException {
        if (path.endsWith("/models")) {
            return connection.send(models, JSON.createObjectNode());
        }
        if (path.endsWith("/embeddings")) {
            embeddingCalls.add(JSON.readTree(call.body()));
            Reply other = embeddings;
            return other == null
                    ? embed(JSON.readTree(call.body()), connection)
                    : connection.send(other, JSON.createObjectNode());
        }
        if (path.endsWith("/audio/transcriptions") || path.endsWith("/audio/translations")) {
            return speech.answer(call, path, connection);
        }
        if (path.endsWith("/moderations")) {
            moderated.add(JSON.readTree(call.body()).path("input").asText());
            return connection.send(moderations, JSON.createObjectNode());
        }
        if (!path.endsWith("/chat/completions") || !call.method().equals("POST")) {
            connection.sendJson(404,
                    bytes("{\"error\":{\"message\":\"Unknown request URL\",\"type\":\"invalid_request_error\","
                            + "\"param\":null,\"code\":\"unknown_url\"}}"));
            return true;
        }
        JsonNode body = JSON.readTree(call.body());
        Reply reply = take(call, body, connection);
        if (reply == null) {
            return false;
        }
        boolean whole = false;
        try {
            boolean more = connection.send(reply, body);
            whole = true;
            return more;
        } finally {
            ended(whole);
        }
    }

    private synchronized @Nullable Reply take(ScriptedConnection.Call call, JsonNode body,
            ScriptedConnection connection) {
        Reply next = queue.peek();
        if (next != null && next.hangUpIfReused && connection.carried()) {
            next.hangUpIfReused = false;
            return null;
        }
        if (connection.number() == 0) {
            connection.number(++opened);
            open++;
        }
        requestCount++;
        streams++;
        if (keepRequests) {
            requests.add(
                    new Received(requestCount, call.method(), call.path(), call.headers(), body, connection.number()));
        }
        Reply no = refusals.to(body);
        if (no != null) {
            return no;
        }
        queue.poll();
        return next != null ? next : always != null ? always : unscripted(body);
    }

    private Reply unscripted(JsonNode body) {
        if (WordingsProposal.isAskedFor(body)) {
            return WordingsProposal.to(body);
        }
        return Rewriting.isAskedFor(body) ? Rewriting.to(body) : FaqAnswer.to(body, delayMs);
    }

    private synchronized void ended(boolean whole) {
        streams--;
        if (!whole) {
            cancelled++;
            lastCancelNanos = System.nanoTime();
        }
    }

    synchronized void closed(ScriptedConnection connection) {
        connections.remove(connection);
        if (connection.number() > 0) {
            open--;
        }
    }

    private synchronized void script(JsonNode script) throws IOException {
        for (JsonNode reply : script.path("queue")) {
            queue.add(JSON.treeToValue(reply, Reply.class));
        }
        if (script.path("refuse_tools").asBoolean()) {
            refuseTools();
        }
        for (var refused : script.path("refusing").properties()) {
            refusals.add(refused.getKey(), JSON.treeToValue(refused.getValue(), Reply.class));
        }
        if (script.has("heard")) {
            speech.hears(script.path("heard").asText());
        }
        for (JsonNode reply : script.path("speech_queue")) {
            speech.next(JSON.treeToValue(reply, Reply.class));
        }
        if (script.has("speech_always")) {
            speech.always(JSON.treeToValue(script.get("speech_always"), Reply.class));
        }
        if (script.has("always")) {
            always = JSON.treeToValue(script.get("always"), Reply.class);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
