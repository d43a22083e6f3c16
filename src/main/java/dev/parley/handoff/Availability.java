package dev.parley.handoff;

import java.time.ZonedDateTime;

import org.jspecify.annotations.Nullable;

/** Whether somebody of the shop could take a conversation now. */
public sealed interface Availability {
    /** An agent's console is open, and the agent is not away. How many conversations they have does not matter: the line moves. */
    record SomebodyThere() implements Availability {}

    /** It is within the shop's hours, but nobody's console is open. */
    record NobodyOnline() implements Availability {}

    /**
     * Whoever is online, these are not the shop's hours.
     *
     * @param opens in the shop's zone; null when that is not known
     */
    record OutsideHours(@Nullable ZonedDateTime opens) implements Availability {}
}
