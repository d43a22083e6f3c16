package dev.parley.faq.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.parley.embedding.Vector;
import dev.parley.faq.search.IndexedEntry.Meaning;
import dev.parley.faq.search.Ranking.Ranked;
import dev.parley.faq.search.StoreMeasure.StoreFigures;
import org.junit.jupiter.api.Test;

class StoreMeasureTest {
    private static final WordHits NO_WORDS = new WordHits(Map.of(), Map.of());

    @Test
    void directionOfAllTexts_isNearToNoneOfThem() {
        List<IndexedEntry> store = subjects(40);
        StoreMeasure measure = StoreMeasure.of(store);
        Vector nothingSpecial = Vector.of(new float[]{1, 0, 0});

        StoreFigures vague = measure.of(nothingSpecial, NO_WORDS, ranked(store, nothingSpecial), 0);
        StoreFigures clear = measure.of(wording(0, 0.01), NO_WORDS, ranked(store, wording(0, 0.01)), 0);

        assertThat(vague.middle()).isGreaterThan(0.9);
        assertThat(vague.specific()).isLessThan(0.5);
        assertThat(clear.specific()).isGreaterThan(0.95);
    }

    @Test
    void entryOfLooseWordings_mayBeFartherAway() {
        IndexedEntry loose = entry(1, List.of(wording(0, 0), wording(0, 0.8), wording(0, -0.8)));
        IndexedEntry tight = entry(2, List.of(wording(2, 0), wording(2, 0.05), wording(2, -0.05)));
        StoreMeasure measure = StoreMeasure.of(List.of(loose, tight));

        StoreFigures ofLoose = measure.of(wording(0, 1.1), NO_WORDS, List.of(new Ranked(loose, 0.9, 0.9)), 0);
        StoreFigures ofTight = measure.of(wording(2, 1.1), NO_WORDS, List.of(new Ranked(tight, 0.9, 0.9)), 0);

        assertThat(ofLoose.tightness()).isGreaterThan(ofTight.tightness());
    }

    @Test
    void lead_isOverTheMeanOfTheOthersWhicheverPlaceIsJudged() {
        List<IndexedEntry> store = subjects(3);
        StoreMeasure measure = StoreMeasure.of(store);
        List<Ranked> ranked = List.of(new Ranked(store.get(0), 0.9, 0.9), new Ranked(store.get(1), 0.8, 0.8),
                new Ranked(store.get(2), 0.6, 0.6));
        WordHits words = new WordHits(Map.of(store.get(1).key(), 0.5), Map.of());

        StoreFigures first = measure.of(wording(0, 0), words, ranked, 0);
        StoreFigures second = measure.of(wording(0, 0), words, ranked, 1);

        assertThat(first.lead()).isCloseTo(0.2, within(1e-9));
        assertThat(second.lead()).isCloseTo(0.05, within(1e-9));
        assertThat(first.wordLead()).isEqualTo(-0.5);
        assertThat(second.wordLead()).isEqualTo(0.5);
    }

    @Test
    void entryWhoseTextsAreNotEmbeddedYet_hasNothingToShow() {
        List<IndexedEntry> store = subjects(2);
        IndexedEntry fresh = new IndexedEntry(store.getFirst().entry(), 9, 1, store.getFirst().language(), null);

        StoreFigures figures = StoreMeasure.of(store).of(wording(0, 0), NO_WORDS, List.of(new Ranked(fresh, 0, 0.4)),
                0);

        assertThat(figures).isEqualTo(StoreFigures.NONE);
    }

    /** Points near one common direction, each with a different offset and two wordings. */
    private static List<IndexedEntry> subjects(int count) {
        List<IndexedEntry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double angle = i * 2 * Math.PI / count;
            entries.add(entry(i + 1, List.of(wording(angle, 0.02), wording(angle, -0.02))));
        }
        return entries;
    }

    private static Vector wording(double side, double shift) {
        return Vector.of(
                new float[]{1, (float) (0.4 * Math.cos(side + shift)), (float) (0.4 * Math.sin(side + shift))});
    }

    private static IndexedEntry entry(long key, List<Vector> wordings) {
        List<String> texts = wordings.stream().map(wording -> "wording of " + key).toList();
        return new IndexedEntry(Entries.entry("An answer.", texts), key, 1, "en",
                Meaning.of(wordings, Vector.mean(wordings)));
    }

    private static List<Ranked> ranked(List<IndexedEntry> store, Vector question) {
        return Ranking.of(question, NO_WORDS, new LanguageEntries(store), any -> true, StoreMeasure.RIVALS + 1);
    }
}
