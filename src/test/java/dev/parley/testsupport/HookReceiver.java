package dev.parley.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A shop's server for webhooks. The test sets the status of each response. */
public final class HookReceiver implements AutoCloseable {
    private final HttpServer server;
    private final List<Event> heard = new CopyOnWriteArrayList<>();
    private volatile ToIntFunction<Event> answer = event -> 200;

    /** A delivery; `status` is that of our response. */
    public record Event(Map<String, String> headers, String body, int status) {
        public String id() {
            return header("webhook-id");
        }

        public String header(String name) {
            return Objects.requireNonNull(headers.get(name), name);
        }
    }

    public HookReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::hear);
        server.start();
    }

    private void hear(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            int status = answer.applyAsInt(new Event(headers, body, 0));
            heard.add(new Event(headers, body, status));
            byte[] response = "thank you".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, response.length);
            exchange.getResponseBody().write(response);
        }
    }

    public void answer(int status) {
        answer = event -> status;
    }

    public void answer(ToIntFunction<Event> statusOf) {
        answer = statusOf;
    }

    /** All events in order of arrival. */
    public List<Event> heard() {
        return List.copyOf(heard);
    }

    /** Those answered with success. */
    public List<Event> accepted() {
        return heard.stream().filter(event -> event.status() < 300).toList();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?shop=1";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
