package dev.parley.model.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import dev.parley.model.ChatRequest;
import dev.parley.model.Dialect;
import dev.parley.model.Lane;
import dev.parley.model.ToolOffer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Adaptations that a lane needs, in memory for a day, so that only the first request pays for finding out. */
public final class LaneHabits {
    private static final Logger LOG = Logger.getLogger(LaneHabits.class);
    private static final Duration REMEMBERED = Duration.ofHours(24);
    /** Shops on the operator's lane bring their own functions; evicted ones are learned again. */
    private static final int MAX_REMEMBERED = 200;
    private static final int MAX_WORDS = 20;
    /** Models that reason first, on some servers without an opening mark. */
    private static final Pattern THINKER = Pattern
            .compile("(?i)(?:^|[^a-z])(?:r1|qwq|z1|s1|magistral|deepthink|reasoner)(?:[^a-z]|$)|think|reason");

    private final Clock clock;
    private final Map<Quirk, Instant> quirks = new HashMap<>();
    private final Map<List<ToolOffer>, Instant> refusedTools = new HashMap<>();
    private final Set<String> unknownWords = new HashSet<>();
    private boolean answersPlainly;

    LaneHabits(Clock clock) {
        this.clock = clock;
    }

    public record Fitted(ChatRequest request, Lane lane) {}

    /** {@code found}: so far for this request alone. */
    public Fitted fit(ChatRequest request, Lane lane, Objection found) {
        ChatRequest fit = found.theseTools() || refuses(request.tools()) ? request.withoutTools() : request;
        Dialect dialect = lane.dialect();
        // The latest finding wins.
        List<Quirk> all = new ArrayList<>(quirks());
        all.addAll(found.quirks());
        for (Quirk quirk : all) {
            fit = quirk.fit(fit);
            dialect = quirk.fit(dialect);
        }
        return new Fitted(fit, lane.speaking(dialect));
    }

    public synchronized Set<Quirk> quirks() {
        if (quirks.isEmpty()) {
            return Set.of();
        }
        Instant now = clock.instant();
        quirks.values().removeIf(end -> !now.isBefore(end));
        return quirks.isEmpty() ? Set.of() : EnumSet.copyOf(quirks.keySet());
    }

    private synchronized boolean refuses(List<ToolOffer> tools) {
        Instant end = refusedTools.get(tools);
        return end != null && clock.instant().isBefore(end);
    }

    /** True if known already: of concurrent answers, only the first pays for finding out. */
    public boolean knows(Objection objection, ChatRequest request) {
        return objection.any() && quirks().containsAll(objection.quirks())
                && (!objection.theseTools() || refuses(request.tools()));
    }

    /** The lane answered with these adaptations. */
    public synchronized void learn(Lane lane, Objection mended, List<ToolOffer> tools) {
        if (mended.theseTools() && !refuses(tools)) {
            if (refusedTools.size() >= MAX_REMEMBERED) {
                refusedTools.entrySet().stream().min(Map.Entry.comparingByValue()).map(Map.Entry::getKey)
                        .ifPresent(refusedTools::remove);
            }
            refusedTools.put(tools, clock.instant().plus(REMEMBERED));
            LOG.warnf(
                    "The model %s refuses some of the functions that it is offered. For a day it is asked without these.",
                    lane);
        }
        mended.quirks().forEach(quirk -> learn(lane, quirk));
    }

    public synchronized void learn(Lane lane, Quirk quirk) {
        if (!quirks().contains(quirk)) {
            LOG.warnf("The model %s %s. For a day it is asked accordingly.", lane, quirk.words());
        }
        // Of two contradicting adaptations, the newer one wins.
        switch (quirk) {
            case MAX_TOKENS -> quirks.remove(Quirk.MAX_COMPLETION_TOKENS);
            case MAX_COMPLETION_TOKENS -> quirks.remove(Quirk.MAX_TOKENS);
            default -> {
                // Combines with all others.
            }
        }
        quirks.put(quirk, clock.instant().plus(REMEMBERED));
    }

    /** True if its text may start with reasoning whose opening mark is missing. */
    public synchronized boolean mayThinkUnmarked(Lane lane) {
        return quirks().contains(Quirk.UNMARKED_THOUGHTS)
                || (!answersPlainly && THINKER.matcher(lane.model()).find());
    }

    /** A complete answer arrived, perhaps with unmarked reasoning or an unknown finish reason. */
    public synchronized void heard(Lane lane, boolean unmarkedThoughts, @Nullable String unknownWord) {
        if (unknownWord != null && unknownWords.size() < MAX_WORDS && unknownWords.add(unknownWord)) {
            LOG.warnf("The model %s ends answers with a reason that nobody knows: %s. They are taken for finished.",
                    lane, unknownWord);
        }
        if (unmarkedThoughts) {
            learn(lane, Quirk.UNMARKED_THOUGHTS);
        } else {
            answersPlainly = true;
        }
    }
}
