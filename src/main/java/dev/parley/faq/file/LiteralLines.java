package dev.parley.faq.file;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns a literal backslash-n into a line break, except in code and in paths. */
final class LiteralLines {
    private static final Pattern ENDS = Pattern.compile("(?:\\\\r)?\\\\n");
    private static final Pattern KEPT = Pattern.compile(
            "```.*?```|`[^`\n]*`|(?<![A-Za-z])[A-Za-z]:\\\\\\S*|\\\\\\\\\\S+",
            Pattern.DOTALL);

    private LiteralLines() {}

    static String ended(String text) {
        if (!text.contains("\\n")) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int from = 0;
        Matcher kept = KEPT.matcher(text);
        while (kept.find()) {
            out.append(ENDS.matcher(text.substring(from, kept.start())).replaceAll("\n")).append(kept.group());
            from = kept.end();
        }
        return out.append(ENDS.matcher(text.substring(from)).replaceAll("\n")).toString();
    }
}
