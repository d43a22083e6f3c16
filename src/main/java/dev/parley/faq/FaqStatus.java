package dev.parley.faq;

import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.faq.search.ScoreFloor;
import dev.parley.faq.search.StoreIndex;
import dev.parley.faq.search.WordRanking;
import org.jspecify.annotations.Nullable;

/**
 * How far the search has got with a shop's entries.
 *
 * @param entries all there are, drafts too
 * @param searchable found as well as they will ever be
 * @param pending found by their words alone until a sentence model has read them
 * @param readyInS about when none will be pending, in seconds
 * @param languages entries by language
 * @param floors by language, from where on a match counts as an answer
 */
@JsonNaming(SnakeCaseStrategy.class)
public record FaqStatus(int entries, int searchable, int pending, int readyInS, Map<String, Integer> languages,
        Map<String, Floor> floors) {
    static final FaqStatus EMPTY = new FaqStatus(0, 0, 0, 0, Map.of(), Map.of());

    /**
     * Of entries that a model reads the first two, of others the third.
     *
     * @param words least score of a match by words alone
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Floor(@Nullable Double cosine, @Nullable Double confidence, @Nullable Double words) {}

    /** @param texts that wait, and how many milliseconds one takes */
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
