package dev.parley.understanding;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

import dev.parley.language.Language;
import dev.parley.understanding.CutMessage.Clause;

/**
 * A message after another question: answered by itself, or together with that question. The joined text names the old question's entry
 * with full confidence whatever was added to it, so that an entry wins by it only if the new words speak for it, too.
 */
public final class FollowUp {
    /** How much the new words count beside the joined text. Chosen on the cases of {@code FollowUpCase}; a plateau reaches from .9 to 1.1. */
    private static final double NEW_WORDS = 1;
    /**
     * From this share of the new words on, by rarity, that stand in an entry or in its answer, they speak for it. What a question names and
     * an entry does not is what the question is about: "and how much does an elephant weigh?"
     */
    private static final double KNOWN = 0.45;
    /** As much of it as a message needs that leans on the question before it and lies near the entry. */
    private static final double PARTLY_KNOWN = 0.25;
    /** "does it work at once?" after a question that was answered: so much of it stands in that answer. */
    private static final double SPOKEN_OF = 0.2;
    /** Parts of the floor: from here on the new words lie near an entry, and as near as if they spoke for it. */
    private static final double NEAR = 0.8;
    private static final double VERY_NEAR = 1;
    /** The same of the entry that the new words find by themselves. */
    private static final double NEARLY_FOUND = 0.9;
    private static final double JOINED = 0.9;
    private static final double GAIN = 0.04;

    /** "how much?" says nothing alone. */
    private static final int SHORT = 3;
    /** "and to the Czech Republic?" */
    private static final int FRAGMENT = 5;
    /** Longer questions that begin with "and" have all that they need. */
    private static final int CLAUSE = 10;
    /** "is it possible", "is there": these point at nothing. */
    private static final Set<Sense> EXPLETIVE = EnumSet.of(Sense.WISH, Sense.PLAIN);
    /** A character of a script without spaces is about half a word. */
    private static final int HALVES = 2;

    /**
     * What search says of an entry; 0 for a text that does not find it.
     *
     * @param alone score for the new message
     * @param cosine of its nearest wording with the new message
     * @param known share of the new message's words, by rarity, that the entry or its answer has
     * @param before score for the question before it
     * @param joined score for both texts together
     * @param answersAlone the new message alone passes the floor with this entry
     */
    public record Scores(double alone, double cosine, double known, double before, double joined, boolean answersAlone,
            boolean answersJoined) {
        private double together() {
            return joined + NEW_WORDS * alone;
        }

        private boolean isSpokenFor(double floor) {
            return answersJoined && (known >= KNOWN || cosine >= VERY_NEAR * floor);
        }

        /** A question of its own that lies near an entry, and was not answered with it, had its reasons: only its words count. */
        private boolean isNamed() {
            return answersJoined && known >= KNOWN;
        }

        /** The entry that answered the question before speaks of what the new words name, too. */
        private boolean goesOn(double floor) {
            return (answersJoined || joined >= JOINED * floor) && before > 0 && known >= KNOWN;
        }

        private boolean isTopic(double floor) {
            return answersJoined && before >= floor;
        }

        private boolean isNear(double floor) {
            return answersJoined && known >= PARTLY_KNOWN && cosine >= NEAR * floor;
        }

        /** "do I have to pay tax on top?" after a question about shipping abroad: near in both, and certain in none. */
        private boolean isNeighbour(double floor) {
            return joined - before >= GAIN && joined >= JOINED * floor && known >= PARTLY_KNOWN
                    && cosine >= NEARLY_FOUND * floor;
        }
    }

    /**
     * The entry to answer with.
     *
     * @param joined the question before it was needed to find the entry
     */
    public record Choice<E>(E entry, boolean joined) {}

    private FollowUp() {}

    /** Whether a message may need the question before it: short, beginning with "and", or pointing back with "it". */
    public static boolean leansOnContext(String text, Language language) {
        CutMessage message = CutMessage.of(text);
        int halves = message.clauses().stream().flatMap(clause -> clause.tokens().stream()).mapToInt(FollowUp::halves)
                .sum();
        return halves <= SHORT * HALVES || (halves <= CLAUSE * HALVES && message.clauses().stream()
                .anyMatch(clause -> beginsLikeOne(clause, language) || pointsBack(clause, language)));
    }

    /**
     * What a follow-up names after its "and" or "what about", or a message of a word or two as a whole; empty for a question of its own.
     */
    public static Optional<String> subject(String text, Language language) {
        CutMessage message = CutMessage.of(text);
        if (message.clauses().size() != 1) {
            return Optional.empty();
        }
        Clause clause = message.clauses().getFirst();
        boolean opened = beginsLikeOne(clause, language);
        int halves = clause.tokens().stream().mapToInt(FollowUp::halves).sum();
        int from = opened ? clause.spans().getFirst().to() : 0;
        Span last = clause.spans().getLast();
        int to = last.phrase().isOf(language, Sense.ALSO) ? last.from() : clause.tokens().size();
        return from >= to || (!opened && halves > SHORT * HALVES)
                ? Optional.empty()
                : Optional.of(message.text().substring(clause.tokens().get(from).start(),
                        clause.tokens().get(to - 1).end()));
    }

    /** How much a message leans on what was said before. */
    public enum Lean {
        /** Hardly: it is a question of its own. */
        NONE,
        /** It may need the question before. */
        CONTEXT,
        /** It says "it" or "one": what it names stands in the question before. */
        POINTING_BACK,
        /** It asks what was asked before, of another place, time or way: "and to Norway?" */
        SAME_QUESTION,
        /** The same of one of the shop's products, after a question that named none: "and the jacket?" */
        SAME_OF_PRODUCT
    }

    public static Lean lean(String text, Language language) {
        return asksTheSame(text, language)
                ? Lean.SAME_QUESTION
                : !leansOnContext(text, language)
                        ? Lean.NONE
                        : pointsBack(text, language) ? Lean.POINTING_BACK : Lean.CONTEXT;
    }

    private static boolean pointsBack(String text, Language language) {
        return CutMessage.of(text).clauses().stream().anyMatch(clause -> pointsBack(clause, language));
    }

    private static boolean asksTheSame(String text, Language language) {
        List<Clause> clauses = CutMessage.of(text).clauses();
        return clauses.size() == 1 && clauses.getFirst().spans().getFirst().phrase().isOf(language, Sense.SAME)
                && clauses.getFirst().tokens().stream().mapToInt(FollowUp::halves).sum() <= FRAGMENT * HALVES;
    }

    private static int halves(MessageToken token) {
        return !token.isWord() ? 0 : token.standsAlone() ? 1 : HALVES;
    }

    private static boolean beginsLikeOne(Clause clause, Language language) {
        return clause.spans().getFirst().phrase().isOf(language, Sense.ALSO);
    }

    private static boolean pointsBack(Clause clause, Language language) {
        return clause.spans().stream().anyMatch(span -> span.phrase().isOf(language, Sense.BACK))
                || clause.spans().stream().filter(span -> !span.phrase().saysAny(EXPLETIVE))
                        .flatMap(span -> clause.tokens().subList(span.from(), span.to()).stream())
                        .flatMap(token -> Lexicon.get().read(List.of(token)).stream())
                        .anyMatch(word -> word.phrase().isOf(language, Sense.BACK));
    }

    /**
     * The entry that answers, if any does.
     *
     * @param entries the best ones of each of the three texts, with the scores of all three
     * @param floor the least cosine of an answer, as the store has it
     */
    public static <E> Optional<Choice<E>> choose(Lean lean, Map<E, Scores> entries, double floor) {
        Optional<Map.Entry<E, Scores>> same = best(entries, Scores::before).filter(best -> switch (lean) {
            case SAME_QUESTION -> best.getValue().goesOn(floor);
            // What holds for all products holds for this one, if no entry of its own is meant.
            case SAME_OF_PRODUCT -> best.getValue().goesOn(floor)
                    || (best.getValue().isTopic(floor)
                            && best(entries, Scores::joined).filter(best::equals).isPresent());
            case NONE, CONTEXT, POINTING_BACK -> false;
        });
        boolean leansOnContext = lean != Lean.NONE;
        Optional<Map.Entry<E, Scores>> alone = best(entries, Scores::alone)
                .filter(best -> best.getValue().answersAlone());
        Optional<Map.Entry<E, Scores>> together = leansOnContext
                ? best(entries, Scores::together).filter(best -> best.getValue().answersAlone()
                        || best.getValue().isSpokenFor(floor) || best.getValue().isNeighbour(floor))
                : Optional.empty();
        Optional<Map.Entry<E, Scores>> topic = lean == Lean.POINTING_BACK
                ? together.or(() -> alone).flatMap(found -> topic(entries, found.getValue(), floor))
                : Optional.empty();
        return same.or(() -> topic).or(() -> together).or(() -> alone).or(() -> behind(lean, entries, floor))
                .map(best -> new Choice<>(best.getKey(), alone.filter(best::equals).isEmpty()));
    }

    /** "Can I return one?" after a question about gift cards finds the entry about returns, which has nothing to do with them. */
    private static <E> Optional<Map.Entry<E, Scores>> topic(Map<E, Scores> entries, Scores found, double floor) {
        return best(entries, Scores::joined).filter(best -> best.getValue().isTopic(floor) && !found.answersJoined()
                && best.getValue().joined() - found.joined() >= GAIN);
    }

    /** What a message that finds nothing by itself may mean: what the joined text finds, or else what it nearly finds itself. */
    private static <E> Optional<Map.Entry<E, Scores>> behind(Lean lean, Map<E, Scores> entries, double floor) {
        return best(entries, Scores::joined).filter(best -> means(lean, best.getValue(), floor))
                .or(() -> best(entries, Scores::alone).filter(best -> best.getValue().isNeighbour(floor)));
    }

    private static boolean means(Lean lean, Scores joined, double floor) {
        return lean == Lean.NONE
                ? joined.isNamed()
                : joined.isSpokenFor(floor) || joined.isNear(floor)
                        || (lean == Lean.POINTING_BACK && joined.isTopic(floor) && joined.known() >= SPOKEN_OF);
    }

    private static <E> Optional<Map.Entry<E, Scores>> best(Map<E, Scores> entries, ToDoubleFunction<Scores> score) {
        return entries.entrySet().stream()
                .max(Comparator.comparingDouble(entry -> score.applyAsDouble(entry.getValue())));
    }
}
