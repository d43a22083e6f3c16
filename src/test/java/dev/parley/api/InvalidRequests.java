package dev.parley.api;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;

/** Generates invalid requests from the API's own description; the same seed gives the same requests. */
final class InvalidRequests {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> NAUGHTY = List.of("", " ", "null", "undefined", "NaN", "-1", "0", "1e400",
            "99999999999999999999", "true", "' OR 1=1 --", "\"; DROP TABLE message; --", "<script>alert(1)</script>",
            "{{7*7}}", "${jndi:ldap://127.0.0.1/x}", "../../../../etc/passwd", "%00", "\u0000", "a\u0000b", "\ud800",
            "\uffff", "\u202egnp.exe", "Z\u0351\u036b\u0343\u036a", "\ud83d\ude00".repeat(50), "x".repeat(300),
            "x".repeat(20_000), "\r\nX-Evil: 1", "1-1-1-1-1", "00000000-0000-0000-0000-000000000000",
            "2026-13-45T99:99:99Z", "-999999999-01-01", "+999999999-12-31T23:59:59Z", "http://[::1",
            "javascript:alert(1)",
            "\u0130\u0131", "ﬀ", "(", "[a-", "*", "\\", "\\u0000", "en-US-x-" + "a".repeat(40), "pk_x", "0x41", "1_000",
            "Infinity", "١٢٣", "cursor", "eyJhbGciOiJub25lIn0..");
    private static final List<String> TYPES = List.of("application/json", "application/json", "application/json",
            "application/json", "application/json; charset=utf-8", "application/json; charset=utf-16",
            "application/json; charset=nonsense", "text/plain", "application/xml", "multipart/form-data",
            "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "text/csv", "application/x-ndjson",
            "application/octet-stream", "x", "/", "application/", "application/json;;;", "*/*", "");
    private static final List<String> ACCEPTED = List.of("*/*", "*/*", "application/json", "application/json",
            "text/event-stream", "text/csv", "image/png", "x", "/", ";", "application/json;q=2", "*/*;q=0", ",,,");

    private final Random random;
    private final JsonNode description;
    private final Map<String, String> known;
    private final List<String[]> operations = new ArrayList<>();

    /** @param known existing ids, by the second segment of the path */
    InvalidRequests(long seed, JsonNode description, Map<String, String> known) {
        this.random = new Random(seed);
        this.description = description;
        this.known = known;
        description.path("paths").properties().forEach(path -> path.getValue().fieldNames()
                .forEachRemaining(method -> operations.add(new String[]{method, path.getKey()})));
    }

    record Request(String method, String target, String headers, Buffer body) {
        @Override
        public String toString() {
            return method + " " + target + "\n" + headers + "\n"
                    + body.getString(0, Math.min(body.length(), 2_000));
        }
    }

    /** @param operatorKey for operations that a shop's key may not call */
    Request next(String shopKey, String operatorKey) {
        String[] chosen = operations.get(random.nextInt(operations.size()));
        JsonNode operation = description.path("paths").path(chosen[1]).path(chosen[0]);
        String key = chosen[1].startsWith("/v1/operator") ? operatorKey : shopKey;
        String method = chance(3)
                ? pick(List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE"))
                : chosen[0].toUpperCase(java.util.Locale.ROOT);
        StringBuilder headers = new StringBuilder();
        if (!chance(3)) {
            headers.append("Authorization: Bearer ").append(key).append("\r\n");
        }
        header(headers, "Accept", pick(ACCEPTED), 50);
        header(headers, "Idempotency-Key", headerText(), 15);
        header(headers, "If-Match", headerText(), 10);
        header(headers, "If-None-Match", headerText(), 10);
        header(headers, "X-Request-Id", headerText(), 10);
        header(headers, "Content-Encoding", "gzip", 2);
        byte[] body = body(operation);
        if (body.length > 0) {
            header(headers, "Content-Type", pick(TYPES), 97);
        }
        return new Request(method, target(chosen[1], operation), headers.toString(), Buffer.buffer(body));
    }

    private String target(String path, JsonNode operation) {
        String id = chance(60)
                ? known.getOrDefault(path.replaceFirst("/v1/([^/]+).*", "$1"), UUID.randomUUID().toString())
                : chance(40) ? UUID.randomUUID().toString() : naughty();
        StringBuilder target = new StringBuilder(path.replaceAll("\\{[^}]+}", Matcher.quoteReplacement(encoded(id))));
        char separator = '?';
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("in").asText().equals("query") && chance(50)) {
                String value = chance(40) && parameter.has("example") ? parameter.path("example").asText() : naughty();
                target.append(separator).append(parameter.path("name").asText()).append('=')
                        .append(chance(5)
                                ? pick(List.of("%", "%zz", "%ff", "%c0%af", "%00", "a=b&c"))
                                : encoded(value));
                separator = '&';
            }
        }
        if (chance(5)) {
            target.append(separator).append(encoded(naughty())).append('=').append(encoded(naughty()));
        }
        return target.toString();
    }

    private byte[] body(JsonNode operation) {
        JsonNode content = operation.path("requestBody").path("content");
        if (content.isMissingNode() && !chance(10)) {
            return new byte[0];
        }
        JsonNode example = content.path("application/json").path("example");
        if (chance(8)) {
            return spoiled();
        }
        JsonNode mutated = example.isMissingNode() || chance(10) ? value(0) : mutated(example);
        byte[] written = mutated.toString().getBytes(StandardCharsets.UTF_8);
        return chance(8) ? java.util.Arrays.copyOf(written, random.nextInt(written.length + 1)) : written;
    }

    private byte[] spoiled() {
        return switch (random.nextInt(7)) {
            case 0 -> ("[".repeat(5_000) + "]".repeat(5_000)).getBytes(StandardCharsets.UTF_8);
            case 1 -> "{\"a\":".repeat(3_000).getBytes(StandardCharsets.UTF_8);
            case 2 -> new byte[]{'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'};
            case 3 -> bytes(random.nextInt(500));
            case 4 -> ("{\"text\":\"" + "é".repeat(40_000) + "\"}").getBytes(StandardCharsets.UTF_16);
            case 5 -> ("{\"seq\":" + "9".repeat(2_000) + "}").getBytes(StandardCharsets.UTF_8);
            default -> pick(List.of(" ", "null", "[]", "\"\"", "0", "{}{}", "{\"a\":1,\"a\":2}", "\u0000", "\ufeff{}"))
                    .getBytes(StandardCharsets.UTF_8);
        };
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private JsonNode mutated(JsonNode example) {
        if (example.isObject()) {
            ObjectNode object = NODES.objectNode();
            example.properties().forEach(field -> {
                if (!chance(8)) {
                    // A valid address would be called.
                    object.set(field.getKey(), field.getKey().matches("base_url|kind|jwks_url")
                            || field.getValue().asText().startsWith("https://hooks.")
                                    ? NODES.textNode("nonsense")
                                    : mutated(field.getValue()));
                }
            });
            if (chance(15)) {
                object.set(chance(50) ? "colour" : naughty(), value(0));
            }
            return object;
        }
        if (example.isArray() && chance(80)) {
            ArrayNode array = NODES.arrayNode();
            example.forEach(item -> array.add(mutated(item)));
            if (chance(10)) {
                array.add(value(0));
            }
            return array;
        }
        return chance(75) ? example : value(0);
    }

    private JsonNode value(int depth) {
        return switch (random.nextInt(depth > 3 ? 6 : 8)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextInt());
            case 3 -> NODES.numberNode(new java.math.BigDecimal("1e" + random.nextInt(400)));
            case 4, 5 -> NODES.textNode(naughty());
            case 6 -> NODES.arrayNode().add(value(depth + 1)).add(value(depth + 1));
            default -> NODES.objectNode().set(naughty(), value(depth + 1));
        };
    }

    private void header(StringBuilder headers, String name, String value, int percent) {
        if (chance(percent)) {
            headers.append(name).append(": ").append(value).append("\r\n");
        }
    }

    /** Only characters allowed in a header: the server refuses others before the request exists. */
    private String headerText() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        naughty().chars().filter(c -> c >= ' ' && c < 127).limit(1_000).forEach(text::write);
        return text.toString(StandardCharsets.US_ASCII);
    }

    private static String encoded(String text) {
        String shortened = text.length() > 1_500 ? text.substring(0, 1_500) : text;
        return URLEncoder.encode(shortened, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String naughty() {
        return pick(NAUGHTY);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
