package dev.parley.socket;

import java.time.Duration;

/** Limits of one socket. Each endpoint's settings repeat it with its own defaults. */
public interface SocketLimits {
    /** How often a client sends a sign of life; told in `ready`. */
    Duration heartbeat();

    /** Silence after which a connection counts as dead. */
    Duration deadAfter();

    /** Frames waiting to be written to one socket. */
    int queuedFrames();

    /** Their size, in characters. */
    int queuedCharacters();

    /** Sustained rate of incoming frames per socket. */
    int framesPerSecond();

    /** Burst of incoming frames. */
    int frameBurst();

    /** Incoming frames of one socket waiting to be executed. */
    int waitingFrames();
}
