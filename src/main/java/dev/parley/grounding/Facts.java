package dev.parley.grounding;

import java.util.List;

/** Reads the facts in a text, in most European languages, Arabic, Chinese, Japanese and Korean. */
public final class Facts {
    private Facts() {}

    /** In the order of the text. Small numbers without a unit, numbers of lists, citations, and names with digits are none. */
    public static List<Fact> in(String text) {
        return in(text, false);
    }

    /** For what an answer stands on each number counts, "a week" is one week, and "three" may be what the answer writes as 3. */
    static List<Fact> inSource(String text) {
        return in(text, true);
    }

    private static List<Fact> in(String text, boolean source) {
        FactScanner scanner = new FactScanner(source);
        scanner.read(text);
        scanner.finish();
        return scanner.facts();
    }
}
