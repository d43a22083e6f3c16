package dev.parley.socket;

import io.quarkus.websockets.next.CloseReason;

/** WebSocket close codes (RFC 6455, section 7.4; ours start at 4000, see src/docs/protocol.md and console.md). */
public enum CloseCode {
    RESTARTING(1012, "restarting"),
    ORIGIN(1008, "origin_not_allowed"),
    TOKEN(1008, "token_invalid"),
    /** The client requests a new session, whose refusal says why. */
    SHOP_CLOSED(1008, "shop_closed"),
    TOO_BIG(1009, "frame_too_big"),
    NO_HELLO(1008, "hello_timeout"),
    DEAD(4000, "heartbeat_missed"),
    SLOW(4408, "reading_too_slowly"),
    NOISY(4429, "too_many_messages"),
    /** Final: the agent must sign in again. */
    SESSION(4501, "session_closed");

    private final int code;
    private final String reason;

    CloseCode(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    CloseReason reason() {
        return new CloseReason(code, reason);
    }
}
