package dev.parley.turn.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.parley.faq.FaqEntry;
import dev.parley.faq.FaqFound;
import dev.parley.faq.search.FaqMatch;
import dev.parley.faq.search.Verdict;
import dev.parley.understanding.FollowUp;
import dev.parley.understanding.FollowUp.Choice;
import dev.parley.understanding.FollowUp.Scores;
import org.jspecify.annotations.Nullable;

/** Search for a message after another question, alone or with that question. */
public final class FollowUps {
    /** Share of the floor. */
    private static final double NEAR = 0.9;

    private FollowUps() {}

    /** A true {@code inContext}: the previous question was needed. */
    public record Chosen(FaqFound found, boolean inContext) {}

    /**
     * {@code floor} is the least cosine of an answer; {@code known} the share of the new message's words in an entry.
     */
    public static Chosen choose(FollowUp.Lean lean, FaqFound alone, FaqFound before, FaqFound joined, double floor,
            ToDoubleFunction<FaqEntry> known) {
        return FollowUp.choose(lean, scores(alone, before, joined, known), floor).filter(Choice::joined)
                .map(choice -> new Chosen(ahead(choice.entry(), joined, alone), true))
                .orElse(new Chosen(alone, false));
    }

    /**
     * The previous question with another product: an entry for all products ("How long may I send things back?"), or
     * one of that product that is close enough.
     */
    public static Chosen swapped(FaqFound alone, FaqFound swapped, double floor) {
        return swapped.matches().stream().limit(1).filter(match -> answers(match) && isForAll(match))
                .findFirst()
                .or(() -> swapped.matches().stream().filter(match -> !isForAll(match)).findFirst()
                        .filter(match -> answers(match) || match.signals().cosine() >= NEAR * floor))
                .map(match -> new Chosen(ahead(match.entry().id(), swapped, alone), true))
                .orElse(new Chosen(alone, false));
    }

    private static boolean isForAll(FaqMatch match) {
        return match.entry().products().isEmpty();
    }

    /** With the name of the page's product, whose entries must be close by themselves. */
    public static Chosen onPage(FaqFound alone, FaqFound together, double floor) {
        return first(together).filter(entry -> alone.matches().stream()
                .anyMatch(match -> match.entry().id().equals(entry) && match.signals().cosine() >= NEAR * floor))
                .map(entry -> new Chosen(ahead(entry, together, alone), true)).orElse(new Chosen(alone, false));
    }

    private static Optional<UUID> first(FaqFound found) {
        return found.matches().stream().limit(1).filter(FollowUps::answers).map(match -> match.entry().id())
                .findFirst();
    }

    private static Map<UUID, Scores> scores(FaqFound alone, FaqFound before, FaqFound joined,
            ToDoubleFunction<FaqEntry> known) {
        Map<UUID, FaqMatch> byAlone = byId(alone);
        Map<UUID, FaqMatch> byBefore = byId(before);
        Map<UUID, FaqMatch> byJoined = byId(joined);
        Map<UUID, Scores> scores = new HashMap<>();
        Stream.of(byAlone, byBefore, byJoined).flatMap(found -> found.keySet().stream()).distinct()
                .forEach(id -> scores.put(id, scores(byAlone.get(id), byBefore.get(id), byJoined.get(id), known)));
        return scores;
    }

    private static Map<UUID, FaqMatch> byId(FaqFound found) {
        return found.matches().stream().collect(Collectors.toMap(match -> match.entry().id(), Function.identity(),
                (one, other) -> one, LinkedHashMap::new));
    }

    private static Scores scores(@Nullable FaqMatch alone, @Nullable FaqMatch before, @Nullable FaqMatch joined,
            ToDoubleFunction<FaqEntry> known) {
        double ofIt = joined != null && answers(joined)
                ? known.applyAsDouble(joined.entry())
                : alone == null ? 0 : alone.signals().known();
        return new Scores(score(alone), alone == null ? 0 : alone.signals().cosine(), ofIt, score(before),
                score(joined), answers(alone), answers(joined));
    }

    private static double score(@Nullable FaqMatch match) {
        return match == null ? 0 : match.score();
    }

    private static boolean answers(@Nullable FaqMatch match) {
        return match != null && match.verdict() == Verdict.ANSWER;
    }

    /** Only the chosen entry answers; others are context for a model. */
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
