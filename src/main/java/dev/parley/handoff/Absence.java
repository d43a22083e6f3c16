package dev.parley.handoff;

import java.time.Duration;

import dev.parley.agent.AgentDuty;
import org.jspecify.annotations.Nullable;

/**
 * When a visitor's question is taken from an agent who does not answer it. The whole table, visitor × owner × presence × hours, is in
 * src/docs/handing-over.md.
 */
final class Absence {
    /** A visitor hears within 30 s what becomes of a question: this, the pause between two looks, and what it takes to write. */
    static final Duration GONE = Duration.ofSeconds(20);

    private static final Duration SETTLED = Duration.ofMinutes(1);

    private Absence() {}

    /** Where the agent is who owns a conversation. */
    enum Whereabouts {
        /** Signed in, the console open: people need time to write. */
        THERE,
        /** There, but wants no work now. */
        AWAY,
        /** No console is open. */
        GONE,
        /** May not sign in any more. */
        DISABLED
    }

    /**
     * Where an agent is. Who works by REST alone, without a console, is there as long as a session is open.
     *
     * @param console null without a sign of one; whether the sign is recent
     * @param signedIn whether a session is open
     */
    static Whereabouts whereabouts(AgentDuty agent, @Nullable Boolean console, boolean signedIn) {
        if (agent.disabled()) {
            return Whereabouts.DISABLED;
        }
        boolean open = Boolean.TRUE.equals(console);
        boolean worksWithConsole = agent.consoleClosed() || console != null;
        if (!open && (worksWithConsole || !signedIn)) {
            return Whereabouts.GONE;
        }
        return agent.away() ? Whereabouts.AWAY : Whereabouts.THERE;
    }

    /**
     * Whether a colleague may take the conversation without asking. Whoever has only just taken it, or written in it, keeps it: of several
     * who claim at once one succeeds.
     *
     * @param idle since the owner took it or last wrote in it
     */
    static boolean mayBeReplaced(Whereabouts owner, Duration idle) {
        return switch (owner) {
            case THERE -> false;
            case AWAY, GONE -> idle.compareTo(SETTLED) >= 0;
            case DISABLED -> true;
        };
    }

    /**
     * Whether somebody else must see to the visitor now.
     *
     * @param unanswered since the question was asked, or since the visitor was last told something
     * @param patience how long the shop lets visitors wait while nobody is there
     */
    static boolean isTooLong(Whereabouts owner, Duration unanswered, Duration patience) {
        return switch (owner) {
            case THERE -> false;
            case AWAY -> unanswered.compareTo(patience) >= 0;
            case GONE -> unanswered.compareTo(GONE) >= 0;
            case DISABLED -> true;
        };
    }
}
