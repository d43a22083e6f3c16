package dev.parley.tool;

import java.util.List;

/** What a visitor's yes or no is about. */
public sealed interface Consent {
    /** About none of the actions. */
    record Nothing() implements Consent {}

    /** A yes to these, with exactly these arguments. */
    record Given(List<ActionCall> calls) implements Consent {}

    /** A no. */
    record Declined() implements Consent {}

    /** Something waits for a yes, but this one came too late or to other words: it must be asked again. */
    record Stale(String question) implements Consent {}
}
