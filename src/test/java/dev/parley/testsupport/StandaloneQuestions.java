package dev.parley.testsupport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/**
 * How the scripted model rewrites a message: the table {@code everyday/rewrites.json} maps a message and its context to
 * a standalone question in English. A message that is not in it is returned unchanged.
 */
final class StandaloneQuestions {
    private record Row(String message, @Nullable String after, @Nullable String page) {}

    private static final Map<Row, String> TABLE = read();

    private StandaloneQuestions() {}

    /**
     * All open messages as one text.
     *
     * @param before the visitor's message before them
     * @param page where the visitor is
     */
    static String of(List<String> open, @Nullable String before, @Nullable String page) {
        List<String> questions = new ArrayList<>();
        String after = before;
        for (String message : open) {
            String question = of(message.strip(), after, page);
            boolean more = questions.size() < open.size() - 1;
            questions.add(more && question.matches("(?s).*[\\p{L}\\p{N}]") ? question + "?" : question);
            after = message.strip();
        }
        return String.join(" ", questions);
    }

    /** The row with the most context is preferred. */
    private static String of(String message, @Nullable String after, @Nullable String page) {
        for (Row row : List.of(new Row(message, after, page), new Row(message, after, null),
                new Row(message, null, page), new Row(message, null, null))) {
            String standalone = TABLE.get(row);
            if (standalone != null) {
                return standalone;
            }
        }
        return message;
    }

    private static Map<Row, String> read() {
        try (InputStream file = StandaloneQuestions.class.getResourceAsStream("/everyday/rewrites.json")) {
            Map<Row, String> table = new HashMap<>();
            for (JsonNode row : new ObjectMapper().readTree(Objects.requireNonNull(file, "everyday/rewrites.json"))) {
                table.put(new Row(row.path("message").asText().strip(), text(row.get("after")), text(row.get("page"))),
                        row.path("standalone").asText());
            }
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null ? null : node.asText().strip();
    }
}
