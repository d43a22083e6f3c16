package dev.parley.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jboss.logging.Logger;

/**
 * Which functions one lane has refused: it is not offered them again for a day, so that only the first request pays for finding out. In
 * memory alone, because a server that is set up anew, or Parley's next start, may change it.
 */
final class LaneTools {
    private static final Logger LOG = Logger.getLogger(LaneTools.class);
    private static final Duration REMEMBERED = Duration.ofHours(24);
    /** Shops on the operator's lane bring functions of their own; what was forgotten is asked again. */
    private static final int MOST = 200;
    /** Stands for whatever is offered. */
    private static final List<ToolOffer> ANY = List.of();

    private final Clock clock;
    private final Map<List<ToolOffer>, Instant> until = new HashMap<>();

    LaneTools(Clock clock) {
        this.clock = clock;
    }

    /** The request as this lane takes it. */
    ChatRequest fit(ChatRequest request) {
        return refuses(request.tools()) ? request.withoutTools() : request;
    }

    /** Whether it refuses these; no functions at all: whether it refuses every one. */
    synchronized boolean refuses(List<ToolOffer> tools) {
        return isKnown(ANY) || isKnown(tools);
    }

    private boolean isKnown(List<ToolOffer> tools) {
        Instant end = until.get(tools);
        return end != null && clock.instant().isBefore(end);
    }

    /** Of the answers that were under way when the lane was found out, only the first pays for it. */
    boolean found(ChatRequest request, RetryHints hints) {
        return hints.tools() != ToolsRefusal.NONE && refuses(request.tools());
    }

    /** Whether that is news. */
    synchronized boolean refused(Lane lane, List<ToolOffer> tools, ToolsRefusal refusal) {
        if (refuses(tools)) {
            return false;
        }
        if (until.size() >= MOST) {
            until.clear();
        }
        until.put(refusal == ToolsRefusal.ALL ? ANY : tools, clock.instant().plus(REMEMBERED));
        LOG.warnf(refusal == ToolsRefusal.ALL
                ? "The model %s refuses functions. For a day it is asked without: it cannot act, and says in its text when it does not answer."
                : "The model %s refuses some of the functions that it is offered. For a day it is asked without these.",
                lane);
        return true;
    }

    /** It refuses the request without them as well, so they were not the reason. */
    synchronized void cleared(List<ToolOffer> tools) {
        until.remove(ANY);
        until.remove(tools);
    }
}
