package dev.parley.understanding;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

import dev.parley.language.Language;
import dev.parley.understanding.Message.Clause;

/**
 * A message after another question: answered by itself, or together with that question. The joined text names the old question's entry
 * with full confidence whatever was added to it, so that an entry wins by it only if the new words speak for it, too.
 */
public final class FollowUp {
    /** How much the new words count beside the joined text. Chosen on the cases of {@code FollowUpCase}; a plateau reaches from 1 to 1.5. */
    private static final double NEW_WORDS = 1.25;
    /** Parts of the floor: from here on the new words speak for an entry, for one more strongly, and for one with the old words' help. */
    private static final double SPEAKS_FOR = 0.74;
    private static final double SPEAKS_STRONGLY = 0.84;
    private static final double JOINED = 0.85;
    private static final double GAIN = 0.04;

    /** "how much?" says nothing alone. */
    private static final int SHORT = 3;
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
     * @param before score for the question before it
     * @param joined score for both texts together
     * @param answersAlone the new message alone passes the floor with this entry
     */
    public record Scores(double alone, double before, double joined, boolean answersAlone, boolean answersJoined) {
        private double together() {
            return joined + NEW_WORDS * alone;
        }

        private boolean isMeant(double floor) {
            boolean same = answersJoined && alone >= SPEAKS_FOR * floor;
            // "and the jacket?" after a question about shoes: the same question of another thing is near in both, and certain in none.
            boolean neighbour = joined - before >= GAIN && alone >= SPEAKS_STRONGLY * floor && joined >= JOINED * floor;
            return answersAlone || same || neighbour;
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
        Message message = Message.of(text);
        int halves = message.clauses().stream().flatMap(clause -> clause.tokens().stream()).mapToInt(FollowUp::halves)
                .sum();
        return halves <= SHORT * HALVES || (halves <= CLAUSE * HALVES && message.clauses().stream()
                .anyMatch(clause -> beginsLikeOne(clause, language) || pointsBack(clause, language)));
    }

    private static int halves(Token token) {
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
    public static <E> Optional<Choice<E>> choose(boolean leansOnContext, Map<E, Scores> entries, double floor) {
        Optional<Map.Entry<E, Scores>> alone = best(entries, Scores::alone)
                .filter(best -> best.getValue().answersAlone());
        Optional<Map.Entry<E, Scores>> together = leansOnContext
                ? best(entries, Scores::together).filter(best -> best.getValue().isMeant(floor))
                : Optional.empty();
        return together.or(() -> alone)
                .map(best -> new Choice<>(best.getKey(), alone.filter(best::equals).isEmpty()));
    }

    private static <E> Optional<Map.Entry<E, Scores>> best(Map<E, Scores> entries, ToDoubleFunction<Scores> score) {
        return entries.entrySet().stream()
                .max(Comparator.comparingDouble(entry -> score.applyAsDouble(entry.getValue())));
    }
}
