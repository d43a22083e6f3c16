package dev.parley.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.parley.conversation.Author;
import dev.parley.conversation.ConversationState;
import dev.parley.conversation.ConversationState.Closed;
import dev.parley.conversation.ConversationState.Waiting;
import dev.parley.conversation.ConversationState.WithAgent;
import dev.parley.conversation.ConversationState.WithBot;
import dev.parley.conversation.answer.Finish;
import org.junit.jupiter.api.Test;

/** src/docs/asyncapi.yaml describes the frames of the protocol pages, which other tests compare with the code. */
class AsyncApiTest {
    private static final Path FOLDER = Path.of("src/docs");
    /** The visitor's frames that agents get with the conversation. */
    private static final List<String> OF_CONVERSATIONS = List.of("message", "answer.begin", "answer.delta",
            "answer.end", "state", "typing");

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void everyFrame_isDescribedAsThePagesShowIt() throws IOException {
        JsonNode sockets = read("asyncapi.yaml");
        JsonNode messages = sockets.at("/components/messages");
        TreeSet<String> described = new TreeSet<>();
        messages.fieldNames().forEachRemaining(described::add);
        List<String> wrong = new ArrayList<>();

        Map<String, JsonNode> shown = shown();
        shown.forEach((name, frame) -> compare(name,
                new Schema(sockets, sockets).within(messages.path(name).path("payload")), frame, wrong));

        assertThat(described).isEqualTo(shown.keySet());
        assertThat(wrong).isEmpty();
    }

    @Test
    void listedValues_areThoseOfTheCode() {
        JsonNode schemas = read("asyncapi.yaml").at("/components/schemas");

        assertThat(values(schemas.path("Author"))).isEqualTo(wires(Author.values(), Author::wire));
        assertThat(values(schemas.path("Finish"))).isEqualTo(wires(Finish.values(), Finish::wire));
        assertThat(values(schemas.path("ConversationState"))).isEqualTo(Stream
                .of(new WithBot(), new Waiting(), new WithAgent(new UUID(0, 1)), new Closed())
                .map(ConversationState::wire).toList());
    }

    private static <T> List<String> wires(T[] values, Function<T, String> wire) {
        return Stream.of(values).map(wire).toList();
    }

    private static List<String> values(JsonNode schema) {
        return schema.path("enum").valueStream().map(JsonNode::asText).toList();
    }

    /** By the name of their messages. */
    private Map<String, JsonNode> shown() throws IOException {
        Map<String, JsonNode> shown = new TreeMap<>();
        for (String side : List.of("client", "server")) {
            frames("protocol.md", side).forEach(frame -> shown.put("visitor." + side + "." + type(frame), frame));
            frames("console.md", side).forEach(frame -> shown.put("agent." + side + "." + type(frame), frame));
        }
        for (String type : OF_CONVERSATIONS) {
            shown.put("agent.server." + type,
                    changed(shown, "visitor.server." + type, "conversation", "018f3b5e-7c1a-7000-8000-000000000003"));
        }
        for (String type : List.of("inbox.changed", "inbox.claimed", "inbox.closed")) {
            shown.put("agent.server." + type, changed(shown, "agent.server.inbox.new", "type", type));
        }
        return shown;
    }

    private static JsonNode changed(Map<String, JsonNode> shown, String name, String field, String value) {
        ObjectNode frame = Objects.requireNonNull(shown.get(name)).deepCopy();
        return frame.put(field, value);
    }

    private static String type(JsonNode frame) {
        return frame.path("type").asText();
    }

    private List<JsonNode> frames(String page, String side) throws IOException {
        String text = Files.readString(FOLDER.resolve(page));
        String fence = "```json " + side + "\n";
        int from = text.indexOf(fence) + fence.length();
        List<JsonNode> frames = new ArrayList<>();
        for (String line : text.substring(from, text.indexOf("\n```", from)).lines().toList()) {
            frames.add(json.readTree(line));
        }
        return frames;
    }

    private static void compare(String where, Schema schema, JsonNode value, List<String> wrong) {
        if (schema.has("const")) {
            if (!schema.node().path("const").equals(value)) {
                wrong.add(where + " is " + value);
            }
            return;
        }
        if (!schema.node().path("type").asText().equals(kind(value))) {
            wrong.add(where + " is described as " + schema.node().path("type") + " and shown as " + kind(value));
        }
        if (schema.has("enum") && !values(schema.node()).contains(value.asText())) {
            wrong.add(where + " is shown as " + value);
        }
        schema.node().path("required").forEach(field -> {
            if (!value.has(field.asText())) {
                wrong.add(where + " lacks " + field.asText());
            }
        });
        value.properties().forEach(field -> {
            if (schema.node().path("properties").has(field.getKey())) {
                Schema known = schema.within(schema.node().path("properties").path(field.getKey()));
                compare(where + "." + field.getKey(), known, field.getValue(), wrong);
            } else {
                wrong.add(where + " has a field that is not described: " + field.getKey());
            }
        });
        if (value.isArray() && schema.has("items")) {
            value.forEach(item -> compare(where + "[]", schema.within(schema.node().path("items")), item, wrong));
        }
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case BOOLEAN -> "boolean";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case STRING -> "string";
            case NULL, BINARY, MISSING, POJO -> value.getNodeType().toString();
        };
    }

    /** A schema and the description that its references are in. */
    private record Schema(JsonNode description, JsonNode node) {
        boolean has(String keyword) {
            return node.has(keyword);
        }

        Schema within(JsonNode part) {
            if (part.has("allOf")) {
                ObjectNode all = JsonNodeFactory.instance.objectNode().put("type", "object");
                part.path("allOf").forEach(one -> {
                    JsonNode schema = within(one).node();
                    all.withArray("required").addAll((ArrayNode) schema.path("required"));
                    all.withObject("properties").setAll((ObjectNode) schema.path("properties"));
                });
                return new Schema(description, all);
            }
            if (!part.has("$ref")) {
                return new Schema(description, part);
            }
            String reference = part.path("$ref").asText();
            int hash = reference.indexOf('#');
            JsonNode other = hash == 0 ? description : read(reference.substring(0, hash));
            return new Schema(other, other).within(other.at(reference.substring(hash + 1)));
        }
    }

    private static JsonNode read(String file) {
        try {
            return new YAMLMapper().readTree(FOLDER.resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
