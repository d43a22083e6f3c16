package dev.parley.socket;

import java.time.Duration;

/** How much one socket may do, and for how long it may be silent. Each endpoint's settings repeat it with what is usual there. */
public interface SocketLimits {
    /** How often a client shows that it is alive; told in `ready`. */
    Duration heartbeat();

    /** Silence after which a link counts as dead. */
    Duration deadAfter();

    /** Frames for one socket that may wait to be written. */
    int queuedFrames();

    /** Their size, in characters. */
    int queuedCharacters();

    /** Frames that one socket may send per second in the long run. */
    int framesPerSecond();

    /** Frames that it may send at once. */
    int frameBurst();

    /** Frames of one socket that may wait to be carried out. */
    int waitingFrames();
}
