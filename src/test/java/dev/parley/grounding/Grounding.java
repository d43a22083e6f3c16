package dev.parley.grounding;

import java.util.List;

final class Grounding {
    private Grounding() {}

    /** In text order; empty if everything has a source. */
    static List<Fact> check(String answer, Sources sources) {
        return Facts.in(answer).stream().filter(fact -> !sources.state(fact)).toList();
    }
}
