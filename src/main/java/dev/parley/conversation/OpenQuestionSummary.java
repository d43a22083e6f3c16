package dev.parley.conversation;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** A preliminary summary: the visitor's unanswered messages. */
final class OpenQuestionSummary {
    private static final int LONGEST = 300;
    private static final String BETWEEN = " / ";

    private OpenQuestionSummary() {}

    /** The newest that fit into 300 characters, in order; null if there are none. */
    static @Nullable String summary(List<String> newestFirst) {
        String summary = "";
        for (String text : newestFirst) {
            String line = text.replaceAll("\\s+", " ").strip();
            if (line.isEmpty()) {
                continue;
            }
            String longer = summary.isEmpty() ? line : line + BETWEEN + summary;
            if (length(longer) > LONGEST) {
                return summary.isEmpty() ? cut(line) : summary;
            }
            summary = longer;
        }
        return summary.isEmpty() ? null : summary;
    }

    private static String cut(String line) {
        return line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)).stripTrailing() + "…";
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
