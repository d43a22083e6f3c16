package dev.parley.testsupport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/**
 * The backend of a small shop with two customers, which serves Parley's ready-made actions. It trusts `customer_id`,
 * which Parley sets.
 */
public final class DemoShopBackend implements AutoCloseable {
    public static final String SECRET = "Bearer shop-secret";
    /** By customer and number. */
    private static final Map<String, String> ORDERS = Map.of(
            "c-1/A-7",
            "{\"number\":\"A-7\",\"status\":\"shipped\",\"carrier\":\"ACME Post\",\"expected\":\"2026-12-01\",\"total\":\"59.90\",\"currency\":\"EUR\",\"items\":[{\"name\":\"Boots\",\"quantity\":1,\"price\":\"59.90\"}]}",
            "c-1/A-8", "{\"number\":\"A-8\",\"status\":\"new\",\"total\":\"12.00\",\"currency\":\"EUR\",\"items\":[]}",
            "c-2/B-9",
            "{\"number\":\"B-9\",\"status\":\"delivered to 1 Secret Lane\",\"total\":\"999.00\",\"currency\":\"EUR\",\"items\":[]}");

    private final ObjectMapper json = new ObjectMapper();
    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile boolean broken;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private final Set<String> done = ConcurrentHashMap.newKeySet();

    /** A request with its fields from the query or the body. */
    public record Asked(String path, Map<String, String> fields, Map<String, String> headers) {}

    public DemoShopBackend() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT),
                    values.getFirst()));
            Map<String, String> fields = fields(exchange);
            String path = exchange.getRequestURI().getPath();
            asked.add(new Asked(path, fields, headers));
            passGate();
            String found = SECRET.equals(headers.get("authorization")) ? find(path, fields) : null;
            if (found != null && !broken) {
                done.add(headers.getOrDefault("idempotency-key", "none"));
            }
            int status = broken ? 500 : found == null ? 404 : 200;
            byte[] body = (found == null ? "{}" : found).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Map<String, String> fields(HttpExchange exchange) throws IOException {
        Map<String, String> fields = new HashMap<>();
        String query = exchange.getRequestURI().getRawQuery();
        for (String pair : query == null ? new String[0] : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (body.length > 0) {
            JsonNode given = json.readTree(body);
            given.fieldNames().forEachRemaining(name -> fields.put(name, given.path(name).asText()));
        }
        return fields;
    }

    private static @Nullable String find(String path, Map<String, String> fields) {
        String order = fields.get("customer_id") + "/" + fields.get("number");
        return switch (path) {
            case "/orders" -> ORDERS.get(order);
            case "/cancel" -> ORDERS.containsKey(order) ? "{\"number\":\"" + fields.get("number") + "\"}" : null;
            case "/returns" -> ORDERS.containsKey(order)
                    ? "{\"number\":\"" + fields.get("number")
                            + "\",\"url\":\"https://shop.example/label.pdf\",\"fee\":\"4.95\",\"currency\":\"EUR\"}"
                    : null;
            default -> null;
        };
    }

    public static String order(String customer, String number) {
        return Objects.requireNonNull(ORDERS.get(customer + "/" + number));
    }

    public void breakDown() {
        broken = true;
    }

    /** Requests are accepted, and answered after the release. */
    public void hold() {
        gate = new CountDownLatch(1);
    }

    public void letGo() {
        gate.countDown();
    }

    private void passGate() throws InterruptedIOException {
        try {
            gate.await();
        } catch (InterruptedException stopped) {
            throw new InterruptedIOException();
        }
    }

    /** The idempotency keys of all changes. */
    public Set<String> done() {
        return Set.copyOf(done);
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    @Override
    public void close() {
        letGo();
        server.stop(0);
    }
}
