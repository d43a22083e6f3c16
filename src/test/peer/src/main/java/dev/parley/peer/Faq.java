package dev.parley.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import dev.langchain4j.store.embedding.CosineSimilarity;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The entries of {@code peer.faq}, a file of JSON lines, found by their meaning; without a file none. */
@Component
class Faq {
    private static final String RULES = "You answer the customers of an online shop, briefly and kindly.";
    private static final int BEST = 3;

    private final List<Entry> entries = new ArrayList<>();
    private EmbeddingModel meaning;

    private record Entry(String question, String answer, Embedding meaning) {}

    private record Match(Entry entry, double similarity) {}

    Faq(@Value("${peer.faq:}") String file, JsonMapper json) throws IOException {
        if (!file.isEmpty()) {
            meaning = new BgeSmallEnV15QuantizedEmbeddingModel();
            for (String line : Files.readAllLines(Path.of(file))) {
                JsonNode entry = json.readTree(line);
                String question = entry.get("question").asString();
                entries.add(new Entry(question, entry.get("answer").asString(), meaning.embed(question).content()));
            }
        }
    }

    /** The system prompt, with the best entries. */
    String instructions(String question) {
        if (entries.isEmpty()) {
            return RULES;
        }
        Embedding asked = meaning.embed(question).content();
        return entries.stream().map(entry -> new Match(entry, CosineSimilarity.between(asked, entry.meaning())))
                .sorted(Comparator.comparingDouble(Match::similarity).reversed()).limit(BEST)
                .map(match -> "Question: " + match.entry().question() + "\nAnswer: " + match.entry().answer())
                .collect(Collectors.joining("\n\n", RULES + " Use only these entries:\n\n", ""));
    }
}
