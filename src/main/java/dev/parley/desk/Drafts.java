package dev.parley.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.agent.Agent;
import dev.parley.conversation.AgentMessageSent;
import dev.parley.conversation.lookup.ConversationLookup;
import dev.parley.platform.ParleyException;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Unsent texts, one per agent and conversation, available from any browser. */
@ApplicationScoped
public class Drafts implements AgentMessageSent {
    private static final int LONGEST = 10_000;
    private static final Draft NONE = new Draft("", null);

    private final DraftRepository repository;
    private final ConversationLookup conversations;
    private final Clock clock;

    Drafts(DraftRepository repository, ConversationLookup conversations, Clock clock) {
        this.repository = repository;
        this.conversations = conversations;
        this.clock = clock;
    }

    public record Draft(String text, @Nullable Instant at) {}

    public Uni<Draft> of(Agent agent, UUID conversation) {
        return repository.find(agent, conversation).map(found -> found == null ? NONE : found);
    }

    /** An empty text removes the draft. */
    public Uni<Draft> keep(Agent agent, UUID conversation, String text) {
        String clean = text.replace("\u0000", "");
        if (clean.codePointCount(0, clean.length()) > LONGEST) {
            throw ParleyException.field("text", "bad_text", "has at most 10,000 characters.");
        }
        Draft draft = new Draft(clean, clock.instant());
        return clean.isEmpty()
                ? repository.remove(agent.tenant(), conversation, agent.id()).replaceWith(NONE)
                : store(agent, conversation, draft).replaceWith(draft);
    }

    /** Only in a conversation of the agent's shop. */
    private Uni<Void> store(Agent agent, UUID conversation, Draft draft) {
        return conversations.visitor(agent.tenant(), conversation).chain(visitor -> visitor == null
                ? Uni.createFrom().voidItem()
                : repository.keep(agent, conversation, draft));
    }

    @Override
    public Uni<Void> sent(TenantId tenant, UUID conversation, UUID agent) {
        return repository.remove(tenant, conversation, agent);
    }
}
