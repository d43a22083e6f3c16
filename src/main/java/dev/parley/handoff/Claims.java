package dev.parley.handoff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.agent.Agent;
import dev.parley.agent.Agents;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Conversations.OwnerChange;
import dev.parley.conversation.lookup.Workload;
import dev.parley.handoff.AbsenceRules.AgentStatus;
import dev.parley.language.Sentences;
import dev.parley.language.ShopSentences;
import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Agents' claims and transfers. Of concurrent claims one succeeds; by then the bot is silent. */
@ApplicationScoped
public class Claims {
    private final Conversations conversations;
    private final Agents agents;
    private final Workload workload;
    private final AgentStatuses statuses;
    private final WaitRepository waits;
    private final Sentences sentences;
    private final Clock clock;

    Claims(Conversations conversations, Agents agents, Workload workload, AgentStatuses statuses, WaitRepository waits,
            Sentences sentences, Clock clock) {
        this.conversations = conversations;
        this.agents = agents;
        this.workload = workload;
        this.statuses = statuses;
        this.waits = waits;
        this.sentences = sentences;
        this.clock = clock;
    }

    /** Fails with `already_claimed` if a present colleague owns it; an absent one is replaced. Idempotent. */
    public Uni<Conversation> claim(Agent by, UUID conversation) {
        return change(by.tenant(), conversation, (now, voice) -> Ownership.claim(now, by, voice),
                taken -> mayReplace(by.tenant(), conversation, taken.owner()).chain(replaces -> replaces
                        ? change(by.tenant(), conversation,
                                (now, voice) -> Ownership.replace(now, taken.owner(), by, voice))
                        : nameOwner(by.tenant(), taken)));
    }

    private Uni<Boolean> mayReplace(TenantId tenant, UUID conversation, UUID owner) {
        return Uni.combine().all()
                .unis(workload.lastActed(tenant, conversation, owner), statuses.of(List.of(owner)))
                .with((acted, where) -> {
                    AgentStatus there = where.get(owner);
                    return acted == null || there == null
                            || AbsenceRules.mayBeReplaced(there, Duration.between(acted, clock.instant()));
                });
    }

    /** Assigns a waiting conversation. */
    Uni<Conversation> give(Agent to, UUID conversation) {
        return change(to.tenant(), conversation, (now, voice) -> Ownership.give(now, to, voice));
    }

    /** To a colleague. Fails with `not_owner` unless the caller owns it or is a supervisor. */
    public Uni<Conversation> assign(Agent by, UUID conversation, UUID to) {
        return agents.get(by.tenant(), to)
                .invoke(Claims::requireWorking)
                .chain(colleague -> change(by.tenant(), conversation,
                        (now, voice) -> Ownership.assign(now, by, colleague, voice)));
    }

    private static void requireWorking(Agent colleague) {
        if (colleague.disabled() || colleague.invited()) {
            throw new ParleyException(Kind.CONFLICT, "agent_not_working",
                    "This agent cannot sign in, so that nobody would answer. Choose another one.");
        }
    }

    /** To the end of the queue. */
    public Uni<Conversation> requeue(Agent by, UUID conversation) {
        return change(by.tenant(), conversation, (now, voice) -> Ownership.requeue(now, by, voice));
    }

    public Uni<Conversation> returnToBot(Agent by, UUID conversation) {
        return change(by.tenant(), conversation, (now, voice) -> Ownership.returnToBot(now, by, voice));
    }

    public Uni<Conversation> close(Agent by, UUID conversation) {
        return change(by.tenant(), conversation, (now, voice) -> Ownership.close(now, by, voice));
    }

    /** The agent becomes the owner. */
    public Uni<Conversation> reopen(Agent by, UUID conversation) {
        return change(by.tenant(), conversation, (now, voice) -> Ownership.reopen(now, by, voice));
    }

    private Uni<Conversation> change(TenantId tenant, UUID conversation,
            BiFunction<Conversation, ShopSentences, @Nullable OwnerChange> rule) {
        return change(tenant, conversation, rule, taken -> nameOwner(tenant, taken));
    }

    private Uni<Conversation> change(TenantId tenant, UUID conversation,
            BiFunction<Conversation, ShopSentences, @Nullable OwnerChange> rule,
            Function<ClaimedException, Uni<Conversation>> otherwise) {
        return sentences.of(tenant).chain(voice -> {
            Waited waited = new Waited(now -> rule.apply(now, voice));
            return conversations.change(tenant, conversation, waited)
                    .call(() -> remember(tenant, waited))
                    .onFailure(ClaimedException.class)
                    .recoverWithUni(taken -> otherwise.apply(taken));
        });
    }

    private Uni<Conversation> nameOwner(TenantId tenant, ClaimedException taken) {
        return agents.get(tenant, taken.owner()).map(owner -> {
            throw new ParleyException(Kind.CONFLICT, "already_claimed",
                    owner.name() + " has this conversation already.");
        });
    }

    private Uni<Void> remember(TenantId tenant, Waited waited) {
        Instant since = waited.since;
        Instant now = clock.instant();
        return since == null || now.isBefore(since)
                ? Uni.createFrom().voidItem()
                : waits.add(tenant, Duration.between(since, now), now);
    }

    /** Applies the rule and records how long the visitor had waited. */
    private static final class Waited implements Function<Conversation, @Nullable OwnerChange> {
        private final Function<Conversation, @Nullable OwnerChange> rule;
        private @Nullable Instant since;

        Waited(Function<Conversation, @Nullable OwnerChange> rule) {
            this.rule = rule;
        }

        @Override
        public @Nullable OwnerChange apply(Conversation now) {
            OwnerChange change = rule.apply(now);
            boolean claimed = change != null
                    && change.state() instanceof dev.parley.conversation.ConversationState.WithAgent;
            since = claimed ? now.waitingSince() : null;
            return change;
        }
    }
}
