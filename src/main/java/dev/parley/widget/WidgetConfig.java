package dev.parley.widget;

import java.time.Duration;

import dev.parley.socket.SocketLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "parley.widget")
interface WidgetConfig extends SocketLimits {
    /** How soon after connecting the first frame must come. */
    @WithDefault("10s")
    Duration helloWithin();

    /** How often a client shows that it is alive; told in `ready`. */
    @Override
    @WithDefault("20s")
    Duration heartbeat();

    /** Silence after which a link counts as dead. */
    @Override
    @WithDefault("45s")
    Duration deadAfter();

    /** Frames for one socket that may wait to be written. */
    @Override
    @WithDefault("256")
    int queuedFrames();

    /** Their size, in characters. */
    @Override
    @WithDefault("1048576")
    int queuedCharacters();

    /** Frames that one socket may send per second in the long run. */
    @Override
    @WithDefault("20")
    int framesPerSecond();

    /** Frames that it may send at once. */
    @Override
    @WithDefault("100")
    int frameBurst();

    /** Frames of one socket that may wait to be carried out. */
    @Override
    @WithDefault("128")
    int waitingFrames();

    /** How often an open socket's token, its shop's rules and its conversation are looked at again. */
    @WithDefault("2m")
    Duration recheckEvery();
}
