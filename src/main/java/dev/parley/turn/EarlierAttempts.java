package dev.parley.turn;

import java.util.ArrayList;
import java.util.List;

/** Attempts that broke off on screen or were ended by more messages, and facts without a source. */
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
