package dev.parley.faq.search;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import dev.parley.embedding.Vector;
import dev.parley.faq.search.FaqMatch.Signals;
import dev.parley.faq.search.IndexedEntry.Meaning;
import dev.parley.faq.search.Ranking.Ranked;

/**
 * Judges which ranked entries of one language answer. {@code rest} is the question without words unknown to the shop,
 * {@link Vector#NONE} if there are none; {@code verbatim} are keys of entries that have the question word for word.
 */
record Judge(Question question, Supplier<Vector> rest, WordHits hits, AnswerThreshold standard, List<Ranked> ranked,
        Set<Long> verbatim) {
    private static final Set<String> TRAINED_ON = Set.of("en", "zh");

    FaqMatch judge(int place) {
        Ranked match = ranked.get(place);
        IndexedEntry entry = match.entry();
        double lead = place == 0 && ranked.size() > 1 ? match.score() - ranked.get(1).score() : 0;
        Signals signals = new Signals(match.best(), hits.score(entry.key()), hits.coverage(entry.words()),
                hits.known(entry.cutWords()), lead, verbatim.contains(entry.key()));
        return new FaqMatch(entry.entry(), Math.min(1, match.score()), verdict(place, signals), signals);
    }

    private Verdict verdict(int place, Signals signals) {
        Ranked match = ranked.get(place);
        if (signals.verbatim()) {
            return Verdict.ANSWER;
        }
        if (match.best() == 0) {
            Verdict byWords = WordRanking.judge(match.score());
            return byWords == Verdict.ANSWER && Numbers.disagree(question.text(), match.entry().entry())
                    ? Verdict.WEAK
                    : byWords;
        }
        Verdict verdict = standard.judge(question.text(), question.direction(), hits, ranked, place);
        if (verdict == Verdict.ANSWER && isPulledAway(match)) {
            return Verdict.WEAK;
        }
        // In a language that the model reads badly, even right matches are far away.
        return verdict == Verdict.WEAK && TRAINED_ON.contains(match.entry().language())
                && Scoring.isFar(signals.cosine(), signals.coverage(), standard.floor())
                        ? Verdict.FAR
                        : verdict;
    }

    /** Costs an embedding, so called for would-be answers only. Useless with few wordings. */
    private boolean isPulledAway(Ranked match) {
        Meaning meaning = match.entry().meaning();
        Vector without = meaning == null || standard.measure() == null ? Vector.NONE : rest.get();
        return meaning != null && without != Vector.NONE
                && Scoring.isPulledAway(match.best(), meaning.best(without), standard.floor());
    }
}
