package dev.parley.console;

import io.quarkus.websockets.next.CloseReason;

/** Why we close an agent's socket (RFC 6455, section 7.4; 4000 and above are ours, src/docs/console.md). */
final class CloseCodes {
    static final CloseReason RESTARTING = new CloseReason(1012, "restarting");
    static final CloseReason TOO_BIG = new CloseReason(1009, "frame_too_big");
    static final CloseReason DEAD = new CloseReason(4000, "heartbeat_missed");
    static final CloseReason SLOW = new CloseReason(4408, "reading_too_slowly");
    static final CloseReason NOISY = new CloseReason(4429, "too_many_messages");
    /** Final: sign in again. */
    static final CloseReason SESSION = new CloseReason(4501, "session_closed");

    private CloseCodes() {}
}
