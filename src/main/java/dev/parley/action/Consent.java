package dev.parley.action;

import java.util.List;

public sealed interface Consent {
    record Nothing() implements Consent {}

    /** Yes to these calls with exactly these arguments. */
    record Given(List<ActionCall> calls) implements Consent {}

    record Declined() implements Consent {}

    /** The yes came too late or to other words: ask again. */
    record Stale(String question) implements Consent {}
}
