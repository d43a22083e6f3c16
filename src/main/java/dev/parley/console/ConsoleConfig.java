package dev.parley.console;

import java.time.Duration;

import dev.parley.socket.SocketLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "parley.console.socket")
public interface ConsoleConfig extends SocketLimits {
    /** How often a console sends a sign of life; told in `ready`. */
    @Override
    @WithDefault("20s")
    Duration heartbeat();

    /** Silence after which a connection counts as dead. */
    @Override
    @WithDefault("45s")
    Duration deadAfter();

    /** Frames waiting to be written to one socket. */
    @Override
    @WithDefault("512")
    int queuedFrames();

    /** Their size, in characters. */
    @Override
    @WithDefault("1048576")
    int queuedCharacters();

    /** Sustained rate of incoming frames per socket. */
    @Override
    @WithDefault("50")
    int framesPerSecond();

    /** Burst of incoming frames. */
    @Override
    @WithDefault("300")
    int frameBurst();

    /** Incoming frames of one socket waiting to be executed. */
    @Override
    @WithDefault("128")
    int waitingFrames();

    /** Conversations that one socket may watch at a time. */
    @WithDefault("20")
    int watched();

    /** How long inbox changes are collected before they are sent. */
    @WithDefault("50ms")
    Duration gather();
}
