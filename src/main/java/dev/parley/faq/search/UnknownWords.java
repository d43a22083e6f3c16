package dev.parley.faq.search;

import java.util.Locale;

import dev.parley.embedding.EnglishWords;

/**
 * The words of a question that no entry of the shop contains. Removing a synonym hardly moves the question; removing a
 * foreign subject moves it away from the entry that the rest matches: "how do I return my library book".
 */
final class UnknownWords {
    /** By {@link EnglishWords#rank}: "how" and "my" are no subject, even if a small shop never uses them. */
    private static final int EVERYWHERE = 2_180;

    private UnknownWords() {}

    /** The text unchanged if the shop knows all or none of its words. */
    static String without(String text, String language, LexicalIndex shop) {
        StringBuilder rest = new StringBuilder();
        int from = 0;
        int known = 0;
        for (Words.Spoken spoken : Words.spoken(text, language)) {
            String written = text.substring(spoken.from(), spoken.to()).toLowerCase(Locale.ROOT);
            // Numbers are an order or a size and say nothing of the subject.
            if (written.codePoints().anyMatch(Character::isDigit) || isEverywhere(written)
                    || shop.has(spoken.word(), language) || shop.hasWritten(written)) {
                known++;
            } else {
                rest.append(text, from, spoken.from());
                from = spoken.to();
            }
        }
        return known == 0 ? text : rest.append(text.substring(from)).toString();
    }

    private static boolean isEverywhere(String word) {
        int rank = EnglishWords.rank(word);
        return rank >= 0 && rank < EVERYWHERE;
    }
}
