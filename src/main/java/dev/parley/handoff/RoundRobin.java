package dev.parley.handoff;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** To whom a waiting visitor is given. */
final class RoundRobin {
    private RoundRobin() {}

    /**
     * An agent who is there and wants work.
     *
     * @param open conversations that the agent has
     * @param lastAssigned null for one who has been given none yet
     */
    record Candidate(UUID agent, Set<String> skills, int capacity, int open, @Nullable Instant lastAssigned) {}

    /**
     * A visitor who waits.
     *
     * @param needed the conversation's labels that are skills of somebody in the shop
     */
    record Case(UUID conversation, Set<String> needed, @Nullable String locale) {}

    /**
     * Who knows what is needed, if anybody does; of these who speaks the language; of these who has waited longest for work. Nobody whose
     * hands are full: the visitor waits rather than being ignored by somebody.
     */
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
