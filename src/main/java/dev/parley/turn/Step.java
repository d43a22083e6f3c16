package dev.parley.turn;

import java.util.ArrayList;
import java.util.List;

/** The new state, and effects in order. */
record Step(State state, List<Effect> effects) {
    Step {
        effects = List.copyOf(effects);
    }

    static Step to(State state, Effect... effects) {
        return new Step(state, List.of(effects));
    }

    /** The event has no effect. */
    static Step stay(State state) {
        return new Step(state, List.of());
    }

    Step after(List<Effect> first) {
        List<Effect> all = new ArrayList<>(first);
        all.addAll(effects);
        return new Step(state, all);
    }

    Step after(Effect... first) {
        return after(List.of(first));
    }
}
