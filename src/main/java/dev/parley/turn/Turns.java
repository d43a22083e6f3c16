package dev.parley.turn;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.parley.conversation.ConversationEvent;
import dev.parley.conversation.ConversationEvent.OwnerChanged;
import dev.parley.conversation.ConversationState.WithBot;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Recorded;
import dev.parley.conversation.VisitorMessage;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

/** Takes what a visitor says and sees to its answer. The answer goes its own way, to whoever follows the conversation. */
@ApplicationScoped
public class Turns {
    private final Conversations conversations;
    private final Desk desk;

    Turns(Conversations conversations, Desk desk) {
        this.conversations = conversations;
        this.desk = desk;
    }

    /** Completes once the message is committed; its answer comes later. */
    public Uni<Recorded> say(TenantId tenant, UUID conversation, VisitorMessage message) {
        return conversations.record(tenant, conversation, message)
                .invoke(recorded -> answer(conversation, recorded));
    }

    private void answer(UUID conversation, Recorded recorded) {
        if (recorded.begun() != null) {
            desk.begin(recorded.begun(), 0);
        } else if (recorded.withBot()) {
            desk.in(conversation).ifPresent(run -> run.visitorWroteMore(recorded.message().seq()));
        }
    }

    /** Whether a model writes the shop's answers; without one they are taken from the FAQ. */
    public boolean generates(Tenant tenant) {
        return desk.lanes().of(tenant).usable()
                && desk.spend().advice(desk.lanes().names(tenant), tenant.models().lanes()).isEmpty();
    }

    /** Ends an answer that is being written; nothing happens when it is over already or another replica's. */
    public void stop(TenantId tenant, UUID conversation, UUID answer) {
        desk.in(conversation)
                .filter(run -> run.answer().tenant().equals(tenant) && run.answer().id().equals(answer))
                .ifPresent(AnswerRun::stop);
    }

    /** The bot never talks over a person. */
    void fallSilent(@Observes ConversationEvent event) {
        if (event instanceof OwnerChanged changed && !(changed.now().state() instanceof WithBot)) {
            desk.in(changed.conversation())
                    .filter(run -> run.answer().epoch() != changed.now().epoch())
                    .ifPresent(AnswerRun::withdraw);
        }
    }
}
