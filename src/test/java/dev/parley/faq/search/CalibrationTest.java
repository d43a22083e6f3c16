package dev.parley.faq.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;

import dev.parley.embedding.Vector;
import dev.parley.faq.FaqEntry;
import dev.parley.faq.search.IndexedEntry.Meaning;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final int DIMENSIONS = 24;

    private final Random random = new Random(5);
    private final List<float[]> subjects = IntStream.range(0, 16).mapToObj(i -> direction()).toList();

    @Test
    void wordingOfItsOwn_isAnswered() {
        StoreIndex store = store(6);

        List<FaqMatch> found = store.find(new Question("anything", near(subjects.get(3))), any -> true, 3);

        assertThat(found.getFirst().entry().question()).isEqualTo("subject 3 wording 0");
        assertThat(found.getFirst().verdict()).isEqualTo(Verdict.ANSWER);
    }

    @Test
    void betweenTwoSubjects_isRefused() {
        StoreIndex store = store(6);
        Vector between = Vector.mean(List.of(Vector.of(subjects.get(3)), Vector.of(subjects.get(4))));

        List<FaqMatch> found = store.find(new Question("anything", between), any -> true, 3);

        assertThat(found.getFirst().entry().question()).startsWith("subject");
        assertThat(found.getFirst().verdict()).isNotEqualTo(Verdict.ANSWER);
    }

    @Test
    void otherNumberThanTheEntrys_isRefusedHoweverNear() {
        StoreIndex store = store(6);

        List<FaqMatch> found = store.find(new Question("anything about 99", near(subjects.get(3))), any -> true, 3);

        assertThat(found.getFirst().verdict()).isNotEqualTo(Verdict.ANSWER);
    }

    @Test
    void unknownWordThatPullsTheQuestionAway_keepsItFromBeingAnswered() {
        StoreIndex store = store(6);
        Vector asked = near(subjects.get(3), 0.6f);
        Vector wording = store.entries().filter(entry -> entry.entry().question().startsWith("subject 3 "))
                .map(entry -> Objects.requireNonNull(entry.meaning()).wordings().getFirst()).findFirst().orElseThrow();
        Question alone = new Question("subject of bicycles", asked);
        Question pulled = new Question("subject of bicycles", asked,
                (part, language) -> part.equals("subject of ") ? wording : asked, null,
                Viewing.NOTHING);

        assertThat(store.find(alone, any -> true, 3).getFirst().verdict()).isEqualTo(Verdict.ANSWER);
        assertThat(store.find(pulled, any -> true, 3).getFirst().verdict()).isEqualTo(Verdict.WEAK);
    }

    @Test
    void unknownWordThatIsAnotherWordForTheSame_changesNothing() {
        StoreIndex store = store(6);
        Vector asked = near(subjects.get(3));
        Question question = new Question("subject of bicycles", asked, (part, language) -> asked, null,
                Viewing.NOTHING);

        assertThat(store.find(question, any -> true, 3).getFirst().verdict()).isEqualTo(Verdict.ANSWER);
    }

    @Test
    void storeOfSingleWordings_hasTheUsualFloor() {
        StoreIndex store = store(1);

        assertThat(store.floor("en")).isEqualTo(ScoreFloor.Bounds.HERE.usual());
    }

    @Test
    void sameStore_isCalibratedAlikeEverywhere() {
        ScoreFloor here = store(6).floor("en");
        ScoreFloor there = new CalibrationTest().store(6).floor("en");

        assertThat(here).isEqualTo(there);
    }

    @Test
    void largeStore_isAskedTheSameWordingsInAnyOrder() {
        List<IndexedEntry> entries = store(130).entries().toList();

        assertThat(chosen(entries)).hasSize(2_000).doesNotHaveDuplicates()
                .isEqualTo(chosen(entries.reversed()));
    }

    private static List<String> chosen(List<IndexedEntry> entries) {
        return Calibration.chosen(new LanguageEntries(entries)).stream().map(Calibration.Wording::text).toList();
    }

    private StoreIndex store(int wordings) {
        List<StoreIndex.StoredEntry> stored = new ArrayList<>();
        for (int subject = 0; subject < subjects.size(); subject++) {
            int number = subject;
            float[] middle = subjects.get(subject);
            List<Vector> vectors = IntStream.range(0, wordings).mapToObj(i -> near(middle)).toList();
            FaqEntry entry = Entries.entry("An answer.", IntStream.range(0, wordings)
                    .mapToObj(i -> "subject " + number + " wording " + i).toList());
            stored.add(new StoreIndex.StoredEntry(entry, 1, Meaning.of(vectors, Vector.mean(vectors))));
        }
        StoreIndex index = new StoreIndex(ScoreFloor.Bounds.HERE);
        index.apply(stored, new HashSet<>(stored.stream().map(one -> one.entry().id()).toList()), 1);
        index.calibrate();
        return index;
    }

    private Vector near(float[] middle) {
        return near(middle, 0.4f);
    }

    private Vector near(float[] middle, float noise) {
        float[] own = direction();
        for (int i = 0; i < own.length; i++) {
            own[i] = middle[i] + own[i] * noise;
        }
        return Vector.of(own);
    }

    private float[] direction() {
        float[] values = new float[DIMENSIONS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
