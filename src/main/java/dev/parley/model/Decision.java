package dev.parley.model;

import java.time.Duration;

public sealed interface Decision {
    record Retry(Duration delay) implements Decision {}

    record NextLane() implements Decision {}

    /** The same model at once, with a shorter prompt. */
    record Shorten() implements Decision {}

    /** The same model at once, with what its refusal asks for. */
    record Adapt() implements Decision {}

    record GiveUp() implements Decision {}
}
