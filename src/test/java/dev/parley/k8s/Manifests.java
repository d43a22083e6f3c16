package dev.parley.k8s;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/** The files under k8s, and what others say about them. */
final class Manifests {
    static final Path FOLDER = Path.of("k8s");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final Pattern SETTING = Pattern.compile("`([A-Z][A-Z0-9_]+)`");

    private Manifests() {}

    /** All objects of all files, patches included. */
    static List<JsonNode> all() throws IOException {
        List<JsonNode> found = new ArrayList<>();
        for (Path file : files(".yaml")) {
            found.addAll(read(Files.readString(file)));
        }
        return found;
    }

    static List<JsonNode> read(String yaml) throws IOException {
        try (MappingIterator<JsonNode> documents = YAML.readerFor(JsonNode.class).readValues(yaml)) {
            return documents.readAll();
        }
    }

    static List<JsonNode> ofKind(List<JsonNode> objects, String kind) {
        return objects.stream().filter(each -> each.path("kind").asText().equals(kind)).toList();
    }

    /** Fails for a field that the cluster's type does not have. */
    static <T> List<T> typed(List<JsonNode> objects, String kind, Class<T> type) throws IOException {
        List<T> found = new ArrayList<>();
        for (JsonNode each : ofKind(objects, kind)) {
            found.add(YAML.treeToValue(each, type));
        }
        return found;
    }

    static List<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    /** Calls it for every object, at any depth. */
    static void walk(JsonNode node, Consumer<JsonNode> each) {
        if (node.isObject()) {
            each.accept(node);
        }
        node.forEach(child -> walk(child, each));
    }

    /** Names of {@code NAME=value} lines, without comments. */
    static List<String> names(String lines) {
        return lines.lines().filter(line -> line.matches("[A-Za-z_]+=.*"))
                .map(line -> line.substring(0, line.indexOf('='))).toList();
    }

    /** What the page of settings lists. */
    static List<String> settings() throws IOException {
        return SETTING.matcher(Files.readString(Path.of("src/docs/settings.md"))).results()
                .map((MatchResult found) -> found.group(1)).toList();
    }
}
