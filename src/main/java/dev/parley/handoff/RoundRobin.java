package dev.parley.handoff;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

final class RoundRobin {
    private RoundRobin() {}

    /** {@code open} is the number of owned conversations; {@code lastAssigned} is null if never. */
    record Candidate(UUID agent, Set<String> skills, int capacity, int open, @Nullable Instant lastAssigned) {}

    /** {@code needed} are labels that are some agent's skill. */
    record Case(UUID conversation, Set<String> needed, @Nullable String locale) {}

    /** By skill, then language, then the longest time without an assignment; never an agent at capacity. */
    static Optional<Candidate> choose(Case waiting, List<Candidate> there) {
        List<Candidate> free = there.stream().filter(each -> each.open() < each.capacity()).toList();
        List<Candidate> able = free.stream().filter(each -> each.skills().containsAll(waiting.needed())).toList();
        String language = language(waiting.locale());
        List<Candidate> speaking = able.stream().filter(each -> each.skills().contains(language)).toList();
        return (speaking.isEmpty() ? able : speaking).stream().min(LONGEST_IDLE);
    }

    private static final Comparator<Candidate> LONGEST_IDLE = Comparator
            .comparing((Candidate each) -> each.lastAssigned() == null ? Instant.MIN : each.lastAssigned())
            .thenComparingInt(Candidate::open)
            .thenComparing(Candidate::agent);

    private static String language(@Nullable String locale) {
        return locale == null ? "" : Locale.forLanguageTag(locale).getLanguage();
    }
}
