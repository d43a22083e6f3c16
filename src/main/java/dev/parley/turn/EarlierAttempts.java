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
record EarlierAttempts(int broken, int interrupted, List<String> invented) {
    static final EarlierAttempts NONE = new EarlierAttempts(0, 0, List.of());

    EarlierAttempts {
        invented = List.copyOf(invented);
    }

    EarlierAttempts andBroken() {
        return new EarlierAttempts(broken + 1, interrupted, invented);
    }

    EarlierAttempts andInterrupted() {
        return new EarlierAttempts(broken, interrupted + 1, invented);
    }

    EarlierAttempts andInvented(String fact) {
        List<String> all = new ArrayList<>(invented);
        all.add(fact);
        return new EarlierAttempts(broken, interrupted, all);
    }
}
