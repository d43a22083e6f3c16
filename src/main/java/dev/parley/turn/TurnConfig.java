package dev.parley.turn;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "parley.turn")
public interface TurnConfig {
    /** How long a visitor waits for the model's first word before the FAQ answers instead. */
    @WithDefault("20s")
    Duration firstTextWithin();

    /** Whether sums, dates, addresses and the like in a model's answer must stand in an entry or another source before they are shown. */
    @WithDefault("true")
    boolean checksFacts();

    /** How often an answer's text and its lease are saved while it grows. */
    @WithDefault("1s")
    Duration saveEvery();

    /** Text that is saved without waiting for that, in characters. */
    @WithDefault("2048")
    int saveAfter();

    /** How long an answer that the visitor interrupted waits for what else comes, before it begins anew. */
    @WithDefault("300ms")
    Duration settle();

    /** How long an answer waits for a supervisor's approval before it goes out as it is: no visitor waits longer than 30 s for an answer. */
    @WithDefault("20s")
    Duration holdAtMost();
}
