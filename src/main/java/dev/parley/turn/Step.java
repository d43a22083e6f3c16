package dev.parley.turn;

import java.util.ArrayList;
import java.util.List;

/** What an event leads to: the state from now on, and what is to be done, in this order. */
record Step(State state, List<Effect> effects) {
    Step {
        effects = List.copyOf(effects);
    }

    static Step to(State state, Effect... effects) {
        return new Step(state, List.of(effects));
    }

    /** The event means nothing here. */
    static Step stay(State state) {
        return new Step(state, List.of());
    }

    /** Does these first. */
    Step after(List<Effect> first) {
        List<Effect> all = new ArrayList<>(first);
        all.addAll(effects);
        return new Step(state, all);
    }

    Step after(Effect... first) {
        return after(List.of(first));
    }
}
