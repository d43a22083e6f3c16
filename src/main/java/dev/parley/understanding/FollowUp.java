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
 * A message after another question, answered alone or together with that question. The joined text matches the old
 * question's entry whatever was added, so an entry wins by it only if the new words support it, too.
 */
public final class FollowUp {
    /** Weight of the new words against the joined text. Chosen on {@code FollowUpCase}; flat from .9 to 1.1. */
    private static final double NEW_WORDS = 1;
    /** Share of the new words in an entry that supports it: "and how much does an elephant weigh?" has none. */
    private static final double KNOWN = 0.45;
    /** The same share for a message that leans on the previous question and is close to the entry. */
    private static final double PARTLY_KNOWN = 0.25;
    /** The same share for "does it work at once?" after an answered question, in that answer. */
    private static final double SPOKEN_OF = 0.2;
    /** Share of the floor from which the new words count as close to an entry. */
    private static final double NEAR = 0.8;
    private static final double VERY_NEAR = 1;
    /** The same for the entry that the new words find alone. */
    private static final double NEARLY_FOUND = 0.9;
    private static final double JOINED = 0.9;
    private static final double GAIN = 0.04;

    /** Words; "how much?" says nothing alone. */
    private static final int SHORT = 3;
    /** Words; "and to the Czech Republic?" */
    private static final int FRAGMENT = 5;
    /** Words; longer questions that start with "and" are complete. */
    private static final int CLAUSE = 10;
    /** In "is it possible" and "is there", the pronoun refers to nothing. */
    private static final Set<Sense> EXPLETIVE = EnumSet.of(Sense.WISH, Sense.PLAIN);
    /** A character of a script without spaces counts as half a word. */
    private static final int HALVES = 2;

    /**
     * Search results for one entry; 0 for a text that does not find it.
     *
     * @param alone score for the new message
     * @param cosine of its nearest wording with the new message
     * @param known share of the new message's words, by rarity, in the entry or its answer
     * @param before score for the previous question
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

        /** For a complete question that was close to the entry but not answered with it, only its words count. */
        private boolean isNamed() {
            return answersJoined && known >= KNOWN;
        }

        /** True if the entry that answered the previous question also covers the new words. */
        private boolean goesOn(double floor) {
            return (answersJoined || joined >= JOINED * floor) && before > 0 && known >= KNOWN;
        }

        private boolean isTopic(double floor) {
            return answersJoined && before >= floor;
        }

        private boolean isNear(double floor) {
            return answersJoined && known >= PARTLY_KNOWN && cosine >= NEAR * floor;
        }

        /** "do I have to pay tax on top?" after shipping abroad: close to both entries, certain for none. */
        private boolean isNeighbour(double floor) {
            return joined - before >= GAIN && joined >= JOINED * floor && known >= PARTLY_KNOWN
                    && cosine >= NEARLY_FOUND * floor;
        }
    }

    /** {@code joined} is true if the previous question was needed to find the entry. */
    public record Choice<E>(E entry, boolean joined) {}

    private FollowUp() {}

    /** True if short, starting with "and", or pointing back with "it". */
    public static boolean leansOnContext(String text, Language language) {
        CutMessage message = CutMessage.of(text);
        int halves = message.clauses().stream().flatMap(clause -> clause.tokens().stream()).mapToInt(FollowUp::halves)
                .sum();
        return halves <= SHORT * HALVES || (halves <= CLAUSE * HALVES && message.clauses().stream()
                .anyMatch(clause -> beginsLikeOne(clause, language) || pointsBack(clause, language)));
    }

    /** What follows "and" or "what about", or a whole message of one or two words; empty for a complete question. */
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

    public enum Lean {
        /** A complete question. */
        NONE,
        /** May need the previous question. */
        CONTEXT,
        /** "it" or "one" refers to the previous question. */
        POINTING_BACK,
        /** The same question for another place, time or way: "and to Norway?" */
        SAME_QUESTION,
        /** The same question for a product, after one that named none: "and the jacket?" */
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

    /** The answering entry among the best for each text, if any. {@code floor} is the store's least cosine. */
    public static <E> Optional<Choice<E>> choose(Lean lean, Map<E, Scores> entries, double floor) {
        Optional<Map.Entry<E, Scores>> same = best(entries, Scores::before).filter(best -> switch (lean) {
            case SAME_QUESTION -> best.getValue().goesOn(floor);
            // An entry for all products also covers this one, unless the product has an entry for it.
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

    /** "Can I return one?" after a question about gift cards finds the entry about returns, which is unrelated. */
    private static <E> Optional<Map.Entry<E, Scores>> topic(Map<E, Scores> entries, Scores found, double floor) {
        return best(entries, Scores::joined).filter(best -> best.getValue().isTopic(floor) && !found.answersJoined()
                && best.getValue().joined() - found.joined() >= GAIN);
    }

    /** For a message that finds nothing alone: the joined text's match, else its own near match. */
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
