package dev.parley.turn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.parley.faq.FaqFound;
import dev.parley.faq.FaqMatch;
import dev.parley.faq.Verdict;
import dev.parley.understanding.FollowUp;
import dev.parley.understanding.FollowUp.Choice;
import dev.parley.understanding.FollowUp.Scores;

/** What a message after another question finds: by itself, or together with that question. */
final class FollowUps {
    /** Comparable between texts, as the score that orders the matches of one text is not. */
    private static final double MEANING = 0.85;

    private FollowUps() {}

    /**
     * What was found, and whether the question before was needed for it.
     *
     * @param inContext false: the new message says it all, or says nothing that the FAQ knows
     */
    record Chosen(FaqFound found, boolean inContext) {}

    /** @param floor the least cosine of an answer in this shop */
    static Chosen choose(boolean leansOnContext, FaqFound alone, FaqFound before, FaqFound joined, double floor) {
        Optional<Choice<UUID>> choice = FollowUp.choose(leansOnContext, scores(alone, before, joined), floor);
        return choice.filter(Choice::joined).map(chosen -> new Chosen(ahead(chosen.entry(), joined, alone), true))
                .orElse(new Chosen(alone, false));
    }

    private static Map<UUID, Scores> scores(FaqFound alone, FaqFound before, FaqFound joined) {
        Map<UUID, FaqMatch> byAlone = byId(alone);
        Map<UUID, FaqMatch> byBefore = byId(before);
        Map<UUID, FaqMatch> byJoined = byId(joined);
        Map<UUID, Scores> scores = new HashMap<>();
        Stream.of(byAlone, byBefore, byJoined).flatMap(found -> found.keySet().stream()).distinct()
                .forEach(id -> scores.put(id, new Scores(score(byAlone, id), score(byBefore, id), score(byJoined, id),
                        answers(byAlone, id), answers(byJoined, id))));
        return scores;
    }

    private static Map<UUID, FaqMatch> byId(FaqFound found) {
        return found.matches().stream().collect(Collectors.toMap(match -> match.entry().id(), Function.identity(),
                (one, other) -> one, LinkedHashMap::new));
    }

    private static double score(Map<UUID, FaqMatch> found, UUID id) {
        FaqMatch match = found.get(id);
        return match == null ? 0 : MEANING * match.signals().cosine() + (1 - MEANING) * match.signals().words();
    }

    private static boolean answers(Map<UUID, FaqMatch> found, UUID id) {
        FaqMatch match = found.get(id);
        return match != null && match.verdict() == Verdict.ANSWER;
    }

    /** The chosen entry first, as the one that answers; the others only as what a model may read. */
    private static FaqFound ahead(UUID chosen, FaqFound joined, FaqFound alone) {
        List<FaqMatch> ordered = new ArrayList<>();
        Stream.concat(joined.matches().stream(), alone.matches().stream())
                .filter(match -> match.entry().id().equals(chosen)).findFirst()
                .ifPresent(match -> ordered.add(match.judged(Verdict.ANSWER)));
        Stream.concat(alone.matches().stream(), joined.matches().stream())
                .filter(match -> ordered.stream().noneMatch(known -> known.entry().id().equals(match.entry().id())))
                .forEach(match -> ordered
                        .add(match.judged(match.verdict() == Verdict.FAR ? Verdict.FAR : Verdict.WEAK)));
        return new FaqFound(ordered, joined.searchedFor(), List.of(), joined.read());
    }
}
