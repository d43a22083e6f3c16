package dev.parley.grounding;

import java.util.List;

/** Finds the facts of an answer that stand in none of its sources. */
public final class Grounding {
    private Grounding() {}

    /** In the order of the text; empty where nothing is invented. */
    public static List<Fact> check(String answer, Sources sources) {
        return Facts.in(answer).stream().filter(fact -> !sources.state(fact)).toList();
    }
}
