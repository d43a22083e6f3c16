package dev.parley.turn;

import java.util.List;
import java.util.regex.Pattern;

/** The questions of a message that asks several things. */
final class QuestionParts {
    /** After a question mark, and where a message or a line ends. */
    private static final Pattern BETWEEN = Pattern.compile("(?<=[?？؟;])\\s*|\\n+");
    /** Shorter ones are rests: "ok?" */
    private static final int LEAST_LETTERS = 6;
    private static final int LEAST_IDEOGRAPHS = 3;
    private static final int MOST = 4;

    private QuestionParts() {}

    /** Empty where it is one question. */
    static List<String> of(String text) {
        List<String> parts = BETWEEN.splitAsStream(text).map(String::strip).filter(QuestionParts::saysSomething)
                .limit(MOST).toList();
        return parts.size() > 1 ? parts : List.of();
    }

    private static boolean saysSomething(String part) {
        long letters = part.codePoints().filter(Character::isLetterOrDigit).count();
        long ideographs = part.codePoints().filter(Character::isIdeographic).count();
        return letters >= LEAST_LETTERS || ideographs >= LEAST_IDEOGRAPHS;
    }
}
