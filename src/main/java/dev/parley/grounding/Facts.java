package dev.parley.grounding;

import java.util.List;

/** Finds the facts in a text in most European languages, Arabic, Chinese, Japanese and Korean. */
public final class Facts {
    private Facts() {}

    /** In text order. Excludes small numbers without a unit, list numbers, citations, and names with digits. */
    public static List<Fact> in(String text) {
        return in(text, false);
    }

    /** For a source: every number counts, "a week" is one week, and "three" supports 3. */
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
