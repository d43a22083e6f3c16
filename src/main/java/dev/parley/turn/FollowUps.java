package dev.parley.turn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    /**
     * Parts of the floor. A message that finds nothing alone goes on with the question before it, unless it speaks of something else: "and to
     * Norway?" says next to nothing, while "do you sell bicycles?" must speak for the entry itself.
     */
    private static final double LEANING = 0.5;
    private static final double SELF_CONTAINED = 0.8;

    private FollowUps() {}

    /**
     * What was found, and whether the question before was needed for it.
     *
     * @param inContext false: the new message says it all, or says nothing that the FAQ knows
     */
    record Chosen(FaqFound found, boolean inContext) {}

    /** @param floor the least cosine of an answer in this shop */
    static Chosen choose(boolean leansOnContext, FaqFound alone, FaqFound before, FaqFound joined, double floor) {
        Map<UUID, Scores> scores = scores(alone, before, joined);
        Optional<UUID> chosen = FollowUp.choose(leansOnContext, scores, floor).filter(Choice::joined)
                .map(Choice::entry);
        if (chosen.isEmpty() && first(alone).isEmpty()) {
            double least = floor * (leansOnContext ? LEANING : SELF_CONTAINED);
            chosen = first(joined)
                    .filter(entry -> Objects.requireNonNull(scores.get(entry)).alone() >= least);
        }
        return chosen.map(entry -> new Chosen(ahead(entry, joined, alone), true))
                .orElse(new Chosen(alone, false));
    }

    /** The entry that answers, if one does. */
    private static Optional<UUID> first(FaqFound found) {
        return found.matches().stream().limit(1).filter(match -> match.verdict() == Verdict.ANSWER)
                .map(match -> match.entry().id()).findFirst();
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
        return match == null ? 0 : match.score();
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
