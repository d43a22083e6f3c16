package dev.parley.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import dev.parley.handoff.RoundRobin.Candidate;
import dev.parley.handoff.RoundRobin.Case;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoundRobinTest {
    private static final UUID ADA = new UUID(0, 1);
    private static final UUID BEN = new UUID(0, 2);
    private static final Instant EARLY = Instant.parse("2026-11-23T10:00:00Z");

    private static Candidate agent(UUID id, int open, @Nullable Instant last, String... skills) {
        return new Candidate(id, Set.of(skills), 2, open, last);
    }

    private static Case visitor(@Nullable String locale, String... needed) {
        return new Case(new UUID(9, 9), Set.of(needed), locale);
    }

    private static Optional<UUID> chosen(Case visitor, Candidate... there) {
        return RoundRobin.choose(visitor, List.of(there)).map(Candidate::agent);
    }

    @Test
    void whoHasWaitedLongestForWork_isNext() {
        assertThat(chosen(visitor(null), agent(ADA, 0, EARLY.plusSeconds(1)), agent(BEN, 1, EARLY))).contains(BEN);
        assertThat(chosen(visitor(null), agent(ADA, 1, EARLY), agent(BEN, 1, null))).contains(BEN);
    }

    @Test
    void fullHands_getNothing() {
        assertThat(chosen(visitor(null), agent(ADA, 2, null), agent(BEN, 1, EARLY))).contains(BEN);
        assertThat(chosen(visitor(null), agent(ADA, 2, null))).isEmpty();
    }

    @Test
    void neededSkill_goesBeforeIdleness() {
        assertThat(chosen(visitor(null, "refunds"), agent(ADA, 0, null), agent(BEN, 1, EARLY, "refunds")))
                .contains(BEN);
        assertThat(chosen(visitor(null, "refunds"), agent(ADA, 0, null))).isEmpty();
    }

    @Test
    void language_isAWishAndNotACondition() {
        assertThat(chosen(visitor("de-AT"), agent(ADA, 0, null), agent(BEN, 1, EARLY, "de"))).contains(BEN);
        assertThat(chosen(visitor("de-AT"), agent(ADA, 0, null))).contains(ADA);
    }
}
