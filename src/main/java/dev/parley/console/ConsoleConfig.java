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

    /** Silence after which a console's connection counts as dead. */
    @Override
    @WithDefault("45s")
    Duration deadAfter();

    /** Maximum frames that wait to be written to a console's socket. */
    @Override
    @WithDefault("512")
    int queuedFrames();

    /** Maximum size of the frames that wait to be written to a console's socket, in characters. */
    @Override
    @WithDefault("1048576")
    int queuedCharacters();

    /** Frames per second that a console's socket may send. */
    @Override
    @WithDefault("50")
    int framesPerSecond();

    /** Frames that a console's socket may send at once. */
    @Override
    @WithDefault("300")
    int frameBurst();

    /** Maximum frames of a console's socket that wait to be executed. */
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
