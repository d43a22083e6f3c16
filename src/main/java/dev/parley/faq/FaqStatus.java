package dev.parley.faq;

import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.faq.search.ScoreFloor;
import dev.parley.faq.search.StoreIndex;
import dev.parley.faq.search.WordRanking;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far indexing has got. {@code pending} entries are found by words only until they are embedded, in about
 * {@code readyInS} seconds. {@code entries} includes drafts; the maps are by language.
 */
@Schema(examples = """
        {"entries": 2000, "searchable": 500, "pending": 1500, "ready_in_s": 45, "languages": {"en": 1900,
         "ru": 100}, "floors": {"en": {"cosine": 0.7432, "confidence": 0.8417}, "ru": {"words": 0.5}}}""")
@JsonNaming(SnakeCaseStrategy.class)
public record FaqStatus(int entries, int searchable, int pending, int readyInS, Map<String, Integer> languages,
        Map<String, Floor> floors) {
    static final FaqStatus EMPTY = new FaqStatus(0, 0, 0, 0, Map.of(), Map.of());

    /** {@code words} is set if no model reads the language, the other two if one does. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Floor(@Nullable Double cosine, @Nullable Double confidence, @Nullable Double words) {}

    /** @param texts number of pending texts */
    static FaqStatus of(StoreIndex index, int pending, long texts, double millisPerText) {
        Map<String, Integer> languages = index.languages();
        int entries = languages.values().stream().mapToInt(Integer::intValue).sum();
        Map<String, Floor> floors = new TreeMap<>();
        languages.keySet().forEach(language -> floors.put(language, floor(index, language)));
        return new FaqStatus(entries, entries - pending, pending, (int) Math.ceil(texts * millisPerText / 1_000),
                languages, floors);
    }

    private static Floor floor(StoreIndex index, String language) {
        ScoreFloor floor = index.floor(language);
        return index.comparesMeanings(language)
                ? new Floor(rounded(floor.cosine()), rounded(floor.confidence()), null)
                : new Floor(null, null, WordRanking.FLOOR);
    }

    private static double rounded(double score) {
        return Math.round(score * 10_000) / 10_000.0;
    }
}
