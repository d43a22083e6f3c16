package dev.parley.handoff;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.ParleyException;
import dev.parley.tenant.Agent;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** What agents have begun to write, each their own: whoever opens the console elsewhere goes on. */
@ApplicationScoped
public class Drafts {
    private static final int LONGEST = 10_000;
    private static final Draft NONE = new Draft("", null);

    private final DraftRepository repository;
    private final Clock clock;

    Drafts(DraftRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** A text that has not been sent; one that was never begun is empty and has no time. */
    public record Draft(String text, @Nullable Instant at) {}

    public Uni<Draft> of(Agent agent, UUID conversation) {
        return repository.find(agent, conversation).map(found -> found == null ? NONE : found);
    }

    /** An empty text removes it. */
    public Uni<Draft> keep(Agent agent, UUID conversation, String text) {
        String clean = text.replace("\u0000", "");
        if (clean.codePointCount(0, clean.length()) > LONGEST) {
            throw ParleyException.invalid("bad_text", "The field `text` has at most 10,000 characters.");
        }
        Draft draft = new Draft(clean, clock.instant());
        return clean.isEmpty()
                ? repository.remove(agent, conversation).replaceWith(NONE)
                : repository.keep(agent, conversation, draft).replaceWith(draft);
    }
}
