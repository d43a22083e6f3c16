package dev.parley.faq.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

import dev.parley.embedding.Vector;
import dev.parley.faq.FaqEntry;
import dev.parley.faq.search.IndexedEntry.Meaning;
import dev.parley.faq.search.ScoreFloor.Sample;

/** Searches for each wording without itself: those that find their entry show what a right match looks like. */
final class Calibration {
    /** With 600, the floor of a store with 1,200 wordings is accurate to .01, which changes 3 of 25 questions. */
    private static final int SAMPLES = 2_000;

    private Calibration() {}

    static AnswerThreshold of(LanguageEntries languageEntries, LexicalIndex words, String language,
            ScoreFloor.Bounds bounds) {
        LanguageEntries known = new LanguageEntries(languageEntries.entries().stream()
                .filter(entry -> entry.meaning() != null && entry.entry().status() == FaqEntry.Status.PUBLISHED)
                .toList());
        List<Wording> asked = chosen(known);
        if (asked.isEmpty()) {
            return usual(bounds);
        }
        StoreMeasure measure = StoreMeasure.of(known.entries());
        List<Sample> right = new ArrayList<>();
        for (Wording wording : asked) {
            ask(known, wording.entry(), wording.wording(), words, language, measure, right);
        }
        return ScoreFloor.isLearnable(right)
                ? new AnswerThreshold(ScoreFloor.of(right, bounds), measure)
                : usual(bounds);
    }

    /** Chosen by hash of the text, so that every replica and every import judges the same store alike. */
    static List<Wording> chosen(LanguageEntries languageEntries) {
        List<Wording> wordings = new ArrayList<>();
        for (int i = 0; i < languageEntries.entries().size(); i++) {
            List<String> texts = languageEntries.entries().get(i).entry().wordings();
            for (int w = 0; w < texts.size() && texts.size() > 1; w++) {
                wordings.add(new Wording(i, w, texts.get(w)));
            }
        }
        wordings.sort(Comparator.comparing(Wording::text));
        if (wordings.size() > SAMPLES) {
            Collections.shuffle(wordings, new Random(wordings.size()));
        }
        return wordings.subList(0, Math.min(SAMPLES, wordings.size()));
    }

    /** Indexes of the entry and of the wording within it. */
    record Wording(int entry, int wording, String text) {}

    static AnswerThreshold usual(ScoreFloor.Bounds bounds) {
        return new AnswerThreshold(bounds.usual(), null);
    }

    private static void ask(LanguageEntries languageEntries, int asked, int left, LexicalIndex words, String language,
            StoreMeasure measure, List<Sample> right) {
        IndexedEntry own = languageEntries.entries().get(asked);
        Meaning meaning = own.meaning();
        if (meaning == null) {
            return;
        }
        String text = own.entry().wordings().get(left);
        Vector question = meaning.wordings().get(left);
        IndexedEntry rest = without(own, meaning, left);
        WordHits all = words.find(text, language);
        // The lexical index still holds the removed wording; this estimates the score without it.
        WordHits hits = all.with(own.key(), 0.6 * all.coverage(rest.words()));
        List<Ranking.Ranked> ranked = Ranking.of(question, hits, languageEntries.with(asked, rest), any -> true,
                StoreMeasure.RIVALS + 1);
        Ranking.Ranked first = ranked.getFirst();
        if (first.entry().key() == own.key()) {
            double confidence = Scoring.confidence(measure.of(question, hits, ranked, 0));
            right.add(new Sample(first.best(), confidence));
        }
    }

    private static IndexedEntry without(IndexedEntry own, Meaning meaning, int left) {
        List<Vector> vectors = new ArrayList<>(meaning.wordings());
        vectors.remove(left);
        List<String> wordings = new ArrayList<>(own.entry().wordings());
        wordings.remove(left);
        FaqEntry entry = own.entry().withWordings(wordings);
        return new IndexedEntry(entry, own.key(), own.revision(), own.language(),
                Meaning.of(vectors, meaning.answer()));
    }
}
