package dev.parley.widget;

import java.time.Duration;

import dev.parley.socket.SocketLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "parley.widget")
interface WidgetConfig extends SocketLimits {
    /** Time from connecting to the first frame. */
    @WithDefault("10s")
    Duration helloWithin();

    /** How often a client sends a sign of life; told in `ready`. */
    @Override
    @WithDefault("20s")
    Duration heartbeat();

    /** Silence after which a connection counts as dead. */
    @Override
    @WithDefault("45s")
    Duration deadAfter();

    /** Frames waiting to be written to one socket. */
    @Override
    @WithDefault("256")
    int queuedFrames();

    /** Their size, in characters. */
    @Override
    @WithDefault("1048576")
    int queuedCharacters();

    /** Sustained rate of incoming frames per socket. */
    @Override
    @WithDefault("20")
    int framesPerSecond();

    /** Burst of incoming frames. */
    @Override
    @WithDefault("100")
    int frameBurst();

    /** Incoming frames of one socket waiting to be executed. */
    @Override
    @WithDefault("128")
    int waitingFrames();

    /** How often an open socket's token, shop and conversation are checked again. */
    @WithDefault("2m")
    Duration recheckEvery();
}
