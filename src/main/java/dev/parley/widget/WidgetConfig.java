package dev.parley.widget;

import java.time.Duration;

import dev.parley.socket.SocketLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "parley.widget")
interface WidgetConfig extends SocketLimits {
    /** Longest time from connecting to a visitor's first frame. */
    @WithDefault("10s")
    Duration helloWithin();

    /** How often a widget sends a sign of life; told in `ready`. */
    @Override
    @WithDefault("20s")
    Duration heartbeat();

    /** Silence after which a visitor's connection counts as dead. */
    @Override
    @WithDefault("45s")
    Duration deadAfter();

    /** Maximum frames that wait to be written to a visitor's socket. */
    @Override
    @WithDefault("256")
    int queuedFrames();

    /** Maximum size of the frames that wait to be written to a visitor's socket, in characters. */
    @Override
    @WithDefault("1048576")
    int queuedCharacters();

    /** Frames per second that a visitor's socket may send. */
    @Override
    @WithDefault("20")
    int framesPerSecond();

    /** Frames that a visitor's socket may send at once. */
    @Override
    @WithDefault("100")
    int frameBurst();

    /** Maximum frames of a visitor's socket that wait to be executed. */
    @Override
    @WithDefault("128")
    int waitingFrames();

    /** How often an open socket's token, shop and conversation are checked again. */
    @WithDefault("2m")
    Duration recheckEvery();
}
