package dev.parley.turn;

import java.util.ArrayList;
import java.util.List;

/**
 * What went wrong in the attempts before this one.
 *
 * @param broken how many of them broke off with text on the visitor's screen
 * @param interrupted how many of them ended because the visitor wrote more
 * @param invented what a model wrote in them that stands in no source
 */
record Trouble(int broken, int interrupted, List<String> invented) {
    static final Trouble NONE = new Trouble(0, 0, List.of());

    Trouble {
        invented = List.copyOf(invented);
    }

    Trouble andBroken() {
        return new Trouble(broken + 1, interrupted, invented);
    }

    Trouble andInterrupted() {
        return new Trouble(broken, interrupted + 1, invented);
    }

    Trouble andInvented(String fact) {
        List<String> all = new ArrayList<>(invented);
        all.add(fact);
        return new Trouble(broken, interrupted, all);
    }
}
