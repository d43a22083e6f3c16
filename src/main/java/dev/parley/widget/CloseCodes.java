package dev.parley.widget;

import io.quarkus.websockets.next.CloseReason;

/** Why we close a socket (RFC 6455, section 7.4; 4000 and above are ours, src/docs/protocol.md). */
final class CloseCodes {
    static final CloseReason RESTARTING = new CloseReason(1012, "restarting");
    static final CloseReason ORIGIN = new CloseReason(1008, "origin_not_allowed");
    static final CloseReason TOKEN = new CloseReason(1008, "token_invalid");
    /** The client asks for a new session, and hears there why it gets none. */
    static final CloseReason SHOP_CLOSED = new CloseReason(1008, "shop_closed");
    static final CloseReason TOO_BIG = new CloseReason(1009, "frame_too_big");
    static final CloseReason NO_HELLO = new CloseReason(1008, "hello_timeout");
    static final CloseReason DEAD = new CloseReason(4000, "heartbeat_missed");
    static final CloseReason SLOW = new CloseReason(4408, "reading_too_slowly");
    static final CloseReason NOISY = new CloseReason(4429, "too_many_messages");

    private CloseCodes() {}
}
