package dev.parley.model;

import java.time.Duration;

/** What to do about a failed attempt. */
public sealed interface Decision {
    /** The same model again, after a wait. */
    record Retry(Duration delay) implements Decision {}

    /** The next model of the list, at once. */
    record NextLane() implements Decision {}

    /** The same model at once, with less to read. */
    record Shorten() implements Decision {}

    /** The same model at once, in the way that its refusal asks for. */
    record Adapt() implements Decision {}

    record GiveUp() implements Decision {}
}
