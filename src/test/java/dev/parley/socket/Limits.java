package dev.parley.socket;

import java.time.Duration;

/** Limits without refill, so that no test depends on time. */
record Limits(int queuedFrames, int frameBurst, int waitingFrames) implements SocketLimits {
    static final Limits WIDE = new Limits(100, 100, 100);

    @Override
    public Duration heartbeat() {
        return Duration.ofSeconds(20);
    }

    @Override
    public Duration deadAfter() {
        return Duration.ofSeconds(45);
    }

    @Override
    public int queuedCharacters() {
        return 1_000_000;
    }

    @Override
    public int framesPerSecond() {
        return 0;
    }
}
