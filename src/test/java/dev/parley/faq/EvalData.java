package dev.parley.faq;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.parley.embedding.LocalModel;
import dev.parley.embedding.SentenceModel;
import dev.parley.embedding.Vector;
import dev.parley.faq.search.FaqMatch;
import dev.parley.faq.search.IndexedEntry.Meaning;
import dev.parley.faq.search.ScoreFloor;
import dev.parley.faq.search.StoreIndex;
import dev.parley.faq.search.Viewing;

/** Labelled questions of a public set, and stores made of some of them. */
public final class EvalData {
    private static final SentenceModel MODEL = new SentenceModel(LocalModel.ENGLISH);
    private static final VectorCache VECTORS = new VectorCache();

    record Question(String text, String intent) {}

    /** A store of entries named after their intents, and questions that it does not contain verbatim. */
    record Split(List<FaqEntry> entries, List<Question> questions) {}

    private EvalData() {}

    /** @param half 0 to tune on, 1 to judge on; the split never changes */
    static List<Question> read(Path file, String text, String intent, int half) throws IOException {
        List<Question> all = new ArrayList<>();
        try (MappingIterator<Map<String, String>> rows = new CsvMapper().readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader()).readValues(file.toFile())) {
            rows.forEachRemaining(
                    row -> all.add(new Question(row.getOrDefault(text, ""), row.getOrDefault(intent, ""))));
        }
        Collections.shuffle(all, new Random(7));
        List<Question> kept = new ArrayList<>();
        for (int i = half; i < all.size(); i += 2) {
            kept.add(all.get(i));
        }
        return kept;
    }

    static Split split(List<Question> all, int wordings, int questions) {
        Map<String, List<String>> known = new LinkedHashMap<>();
        List<Question> rest = new ArrayList<>();
        for (Question question : all) {
            List<String> own = known.computeIfAbsent(question.intent(), fresh -> new ArrayList<>());
            if (own.size() < wordings) {
                own.add(question.text());
            } else if (rest.size() < questions) {
                rest.add(question);
            }
        }
        return new Split(entries(known), rest);
    }

    /** A store whose entries have nothing but a name: the intent's, in two or three words. */
    static Split named(List<Question> all, int questions) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        all.forEach(question -> names.computeIfAbsent(question.intent(),
                intent -> List.of(intent.replace('_', ' '))));
        return new Split(entries(names), all.stream().limit(questions).toList());
    }

    private static List<FaqEntry> entries(Map<String, List<String>> wordings) {
        List<FaqEntry> entries = new ArrayList<>();
        wordings.forEach((intent, texts) -> {
            FaqEntry e = entry(texts, "");
            entries.add(new FaqEntry(e.id(), e.question(), e.variants(), "", "en", List.of(), List.of(intent),
                    null, e.status(), null, null, e.createdAt(), e.updatedAt()));
        });
        return entries;
    }

    public static FaqEntry entry(List<String> wordings, String answer) {
        return new FaqEntry(UUID.nameUUIDFromBytes(wordings.getFirst().getBytes(StandardCharsets.UTF_8)),
                wordings.getFirst(), wordings.subList(1, wordings.size()), answer, "en",
                List.of(), List.of(), null, FaqEntry.Status.PUBLISHED, null, null, Instant.EPOCH, Instant.EPOCH);
    }

    static StoreIndex index(List<FaqEntry> entries) {
        List<StoreIndex.StoredEntry> stored = entries.parallelStream()
                .map(entry -> new StoreIndex.StoredEntry(entry, 1, meaning(entry))).toList();
        StoreIndex index = new StoreIndex(ScoreFloor.Bounds.HERE);
        index.apply(stored, new HashSet<>(entries.stream().map(FaqEntry::id).toList()), 1);
        index.calibrate();
        return index;
    }

    private static Meaning meaning(FaqEntry entry) {
        List<Vector> wordings = entry.wordings().stream().map(EvalData::vector).toList();
        return Meaning.of(wordings, entry.answer().isEmpty() ? Vector.mean(wordings) : vector(entry.answer()));
    }

    static Vector vector(String text) {
        return VECTORS.of(text, MODEL::embed);
    }

    static List<FaqMatch> ask(StoreIndex index, String text, int limit) {
        return index.find(question(text), entry -> true, limit);
    }

    static dev.parley.faq.search.Question question(String text) {
        return new dev.parley.faq.search.Question(text, vector(text), (part, language) -> vector(part), null,
                Viewing.NOTHING);
    }
}
