package dev.parley.model.health;

import java.util.EnumSet;
import java.util.Set;

/** What a server refused of a request. {@code theseTools}: these functions only; others may work. */
public record Objection(Set<Quirk> quirks, boolean theseTools) {
    public static final Objection NONE = new Objection(Set.of(), false);

    public Objection {
        quirks = Set.copyOf(quirks);
    }

    public boolean any() {
        return theseTools || !quirks.isEmpty();
    }

    /** Adds what the next attempt was refused for. A server that accepts neither name of the limit gets none. */
    public Objection and(Objection next) {
        EnumSet<Quirk> both = EnumSet.noneOf(Quirk.class);
        both.addAll(quirks);
        both.addAll(next.quirks);
        if (both.contains(Quirk.MAX_TOKENS) && both.contains(Quirk.MAX_COMPLETION_TOKENS)) {
            both.removeAll(EnumSet.of(Quirk.MAX_TOKENS, Quirk.MAX_COMPLETION_TOKENS));
            both.add(Quirk.NO_LIMIT);
        }
        return new Objection(both, theseTools || next.theseTools);
    }
}
