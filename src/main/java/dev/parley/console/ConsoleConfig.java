package dev.parley.console;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "parley.console.socket")
interface ConsoleConfig {
    /** How often a console shows that it is alive; told in `ready`. */
    @WithDefault("20s")
    Duration heartbeat();

    /** Silence after which a link counts as dead. */
    @WithDefault("45s")
    Duration deadAfter();

    /** Frames for one socket that may wait to be written. */
    @WithDefault("512")
    int queuedFrames();

    /** Their size, in characters. */
    @WithDefault("1048576")
    int queuedCharacters();

    /** Frames that one socket may send per second in the long run. */
    @WithDefault("50")
    int framesPerSecond();

    /** Frames that it may send at once. */
    @WithDefault("300")
    int frameBurst();

    /** Frames of one socket that may wait to be carried out. */
    @WithDefault("128")
    int waitingFrames();

    /** Conversations that one socket may watch at a time. */
    @WithDefault("20")
    int watched();

    /** For how long changes of the inbox are gathered before they are told: a busy shop changes faster than eyes. */
    @WithDefault("50ms")
    Duration gather();
}
