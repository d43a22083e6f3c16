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

    @Override
    @WithDefault("20s")
    Duration heartbeat();

    @Override
    @WithDefault("45s")
    Duration deadAfter();

    @Override
    @WithDefault("256")
    int queuedFrames();

    @Override
    @WithDefault("1048576")
    int queuedCharacters();

    @Override
    @WithDefault("20")
    int framesPerSecond();

    @Override
    @WithDefault("100")
    int frameBurst();

    @Override
    @WithDefault("128")
    int waitingFrames();

    /** How often an open socket's token, its shop's rules and its conversation are looked at again. */
    @WithDefault("2m")
    Duration recheckEvery();
}
