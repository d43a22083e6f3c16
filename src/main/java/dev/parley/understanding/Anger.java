package dev.parley.understanding;

import dev.parley.language.Language;
import dev.parley.understanding.CutMessage.Clause;

/** Detects anger: insults, complaints about repetition, shouting. */
final class Anger {
    /** More than a product code or a single word in capitals. */
    private static final int SHOUTED_WORDS = 3;
    private static final int SHOUTED_LETTERS = 12;
    private static final int TELLING = 5;
    private static final int LATIN = 0x24F;

    private Anger() {}

    static boolean isUpset(CutMessage message, Language heard) {
        return message.clauses().stream().anyMatch(clause -> isAngry(clause, heard)) || isShouted(message.text());
    }

    /** A short insult may be an everyday word elsewhere, so its language must be the detected one. */
    private static boolean isAngry(Clause clause, Language heard) {
        return clause.spans().stream().filter(span -> span.says(Sense.ANGER)).anyMatch(
                span -> span.phrase().isOf(heard, Sense.ANGER) || span.to() > span.from() + 1
                        || isTelling(clause.tokens().get(span.from()).text()));
    }

    private static boolean isTelling(String word) {
        return word.length() >= TELLING || (word.codePointAt(0) > LATIN && word.length() > 2);
    }

    private static boolean isShouted(String text) {
        long capitals = text.codePoints().filter(Character::isUpperCase).count();
        long small = text.codePoints().filter(Character::isLowerCase).count();
        long words = text.split("\\P{L}+").length;
        return capitals >= SHOUTED_LETTERS && capitals >= 9 * small && words >= SHOUTED_WORDS;
    }
}
