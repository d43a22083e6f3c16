package dev.parley.handoff;

import java.time.Duration;

import dev.parley.agent.AgentDuty;
import org.jspecify.annotations.Nullable;

/** When a question is taken from an absent agent; the full table is in src/docs/handing-over.md. */
final class AbsenceRules {
    /** Visitors must hear within 30 s: this, plus the polling interval and the time to write. */
    static final Duration GONE = Duration.ofSeconds(20);

    private static final Duration SETTLED = Duration.ofMinutes(1);

    private AbsenceRules() {}

    enum AgentStatus {
        /** Signed in with an open console. */
        THERE,
        /** Console open, but takes no new work. */
        AWAY,
        /** No open console. */
        GONE,
        DISABLED
    }

    /** Users of REST are present during a session. {@code console}: the heartbeat is recent; null without one. */
    static AgentStatus status(AgentDuty agent, @Nullable Boolean console, boolean signedIn) {
        if (agent.disabled()) {
            return AgentStatus.DISABLED;
        }
        boolean open = Boolean.TRUE.equals(console);
        boolean worksWithConsole = agent.consoleClosed() || console != null;
        if (!open && (worksWithConsole || !signedIn)) {
            return AgentStatus.GONE;
        }
        return agent.away() ? AgentStatus.AWAY : AgentStatus.THERE;
    }

    /** True if a colleague may take over without asking, because the owner has been {@code idle} and absent. */
    static boolean mayBeReplaced(AgentStatus owner, Duration idle) {
        return switch (owner) {
            case THERE -> false;
            case AWAY, GONE -> idle.compareTo(SETTLED) >= 0;
            case DISABLED -> true;
        };
    }

    /** True if somebody else must take care of the visitor, who has waited since the question or the last notice. */
    static boolean isTooLong(AgentStatus owner, Duration unanswered, Duration patience) {
        return switch (owner) {
            case THERE -> false;
            case AWAY -> unanswered.compareTo(patience) >= 0;
            case GONE -> unanswered.compareTo(GONE) >= 0;
            case DISABLED -> true;
        };
    }
}
