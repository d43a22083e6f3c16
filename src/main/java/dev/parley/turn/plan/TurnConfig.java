package dev.parley.turn.plan;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "parley.turn")
public interface TurnConfig {
    /** How long to wait for the model's first word before the FAQ answers instead. */
    @WithDefault("20s")
    Duration firstTextWithin();

    /** Check that a model's amounts, dates, addresses and the like have a source before they are shown. */
    @WithDefault("true")
    boolean checksFacts();

    /** How often an unfinished answer and its lease are saved. */
    @WithDefault("1s")
    Duration saveEvery();

    /** New text, in characters, that causes an unfinished answer to be saved earlier. */
    @WithDefault("2048")
    int saveAfter();

    /** How long to wait for more messages before an interrupted answer starts again. */
    @WithDefault("300ms")
    Duration settle();

    /** How long an answer waits for a supervisor's approval before it is sent: no visitor waits longer than 30 s. */
    @WithDefault("20s")
    Duration holdAtMost();
}
