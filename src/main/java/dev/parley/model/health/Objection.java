package dev.parley.model.health;

import java.util.EnumSet;
import java.util.Set;

/**
 * What of a request a server has refused, so that it can be asked again at once without.
 *
 * @param quirks what it turns out to want
 * @param theseTools these functions, as far as one can tell, such as a schema that the server does not read; others may do
 */
public record Objection(Set<Quirk> quirks, boolean theseTools) {
    public static final Objection NONE = new Objection(Set.of(), false);

    public Objection {
        quirks = Set.copyOf(quirks);
    }

    public boolean any() {
        return theseTools || !quirks.isEmpty();
    }

    /** With what the next try was refused for. A server that takes neither name of the limit takes none. */
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
