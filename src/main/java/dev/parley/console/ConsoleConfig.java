package dev.parley.console;

import java.time.Duration;

import dev.parley.socket.SocketLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "parley.console.socket")
interface ConsoleConfig extends SocketLimits {
    @Override
    @WithDefault("20s")
    Duration heartbeat();

    @Override
    @WithDefault("45s")
    Duration deadAfter();

    @Override
    @WithDefault("512")
    int queuedFrames();

    @Override
    @WithDefault("1048576")
    int queuedCharacters();

    @Override
    @WithDefault("50")
    int framesPerSecond();

    @Override
    @WithDefault("300")
    int frameBurst();

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
