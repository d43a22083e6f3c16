package dev.parley.turn.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

public final class QuestionParts {
    /** After a question mark, at line ends, before numbers, and at conjunctions. */
    private static final Pattern BETWEEN = Pattern.compile("(?<=[?？؟;；])\\s*|\\n+|(?:^|\\s)[1-9][).]\\s+"
            + "|,?\\s+(?:and|und|sowie|et|y|ed?|en|och|og|oraz|i|ve|и|plus)\\s+|[，,、]\\s*(?:还有|另外|以及|それと|그리고)");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int MIN_WORDS = 3;
    private static final int MIN_IDEOGRAPHS = 3;
    private static final int MAX_PARTS = 4;

    private QuestionParts() {}

    /** Empty for a single question. "Shoes and boots" is one: a short part stays with the previous one. */
    public static List<String> of(String text) {
        List<String> parts = new ArrayList<>();
        for (String part : BETWEEN.splitAsStream(text).toList()) {
            String clause = part.strip();
            if (!clause.isEmpty() && saysSomething(clause) && parts.size() < MAX_PARTS) {
                parts.add(clause);
            } else if (!clause.isEmpty() && !parts.isEmpty()) {
                parts.set(parts.size() - 1, parts.getLast() + " " + clause);
            }
        }
        return parts.size() > 1 ? List.copyOf(parts) : List.of();
    }

    private static boolean saysSomething(String part) {
        long ideographs = part.codePoints().filter(Character::isIdeographic).count();
        return ideographs >= MIN_IDEOGRAPHS || SPACE.splitAsStream(part).count() >= MIN_WORDS;
    }
}
