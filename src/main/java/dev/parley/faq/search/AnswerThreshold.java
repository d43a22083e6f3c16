package dev.parley.faq.search;

import java.util.List;

import dev.parley.embedding.Vector;
import dev.parley.faq.search.Ranking.Ranked;
import org.jspecify.annotations.Nullable;

/** When a match counts as an answer. {@code measure} is null with too few wordings to learn from. */
record AnswerThreshold(ScoreFloor floor, @Nullable StoreMeasure measure) {

    /** @param place index in {@code ranked} of the match to judge */
    Verdict judge(String text, Vector question, WordHits hits, List<Ranked> ranked, int place) {
        Ranked match = ranked.get(place);
        return Numbers.disagree(text, match.entry().entry())
                ? Verdict.WEAK
                : floor.judge(match.best(), confidence(question, hits, ranked, place));
    }

    double confidence(Vector question, WordHits hits, List<Ranked> ranked, int place) {
        if (measure != null) {
            return Scoring.confidence(measure.of(question, hits, ranked, place));
        }
        Ranked match = ranked.get(place);
        double lead = place == 0 && ranked.size() > 1 ? match.score() - ranked.get(1).score() : 0;
        return Scoring.confidence(match.best(), lead, hits.coverage(match.entry().words()));
    }
}
