package dev.parley.console;

import java.time.Duration;

import dev.parley.socket.SocketLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "parley.console.socket")
public interface ConsoleConfig extends SocketLimits {
    /** How often a console shows that it is alive; told in `ready`. */
    @Override
    @WithDefault("20s")
    Duration heartbeat();

    /** Silence after which a link counts as dead. */
    @Override
    @WithDefault("45s")
    Duration deadAfter();

    /** Frames for one socket that may wait to be written. */
    @Override
    @WithDefault("512")
    int queuedFrames();

    /** Their size, in characters. */
    @Override
    @WithDefault("1048576")
    int queuedCharacters();

    /** Frames that one socket may send per second in the long run. */
    @Override
    @WithDefault("50")
    int framesPerSecond();

    /** Frames that it may send at once. */
    @Override
    @WithDefault("300")
    int frameBurst();

    /** Frames of one socket that may wait to be carried out. */
    @Override
    @WithDefault("128")
    int waitingFrames();

    /** Conversations that one socket may watch at a time. */
    @WithDefault("20")
    int watched();

    /** For how long changes of the inbox are gathered before they are told: a busy shop changes faster than eyes. */
    @WithDefault("50ms")
    Duration gather();
}
