package dev.parley.turn;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.parley.conversation.ArrivedEvent;
import dev.parley.conversation.Author;
import dev.parley.conversation.ConversationEvent;
import dev.parley.conversation.ConversationEvent.MessageStored;
import dev.parley.conversation.ConversationEvent.OwnerChanged;
import dev.parley.conversation.ConversationEvent.StopAsked;
import dev.parley.conversation.ConversationEvents;
import dev.parley.conversation.ConversationState.WithBot;
import dev.parley.conversation.Recorded;
import dev.parley.conversation.VisitorMessage;
import dev.parley.conversation.VisitorMessages;
import dev.parley.lane.ShopLanes;
import dev.parley.spend.Spend;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.TenantId;
import dev.parley.visitor.Visitor;
import dev.parley.voice.SentRecordings;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Records visitors' messages and starts answers, which reach all followers of the conversation. */
@ApplicationScoped
public class Turns {
    private final VisitorMessages messages;
    private final SentRecordings recordings;
    private final RunningAnswers running;
    private final ShopLanes lanes;
    private final Spend spend;
    private final ConversationEvents events;

    Turns(VisitorMessages messages, SentRecordings recordings, RunningAnswers running, ShopLanes lanes,
            Spend spend, ConversationEvents events) {
        this.messages = messages;
        this.recordings = recordings;
        this.running = running;
        this.lanes = lanes;
        this.spend = spend;
        this.events = events;
    }

    /** Completes when the message is committed. */
    public Uni<Recorded> say(TenantId tenant, UUID conversation, VisitorMessage message) {
        return record(tenant, conversation, message, null)
                .invoke(recorded -> answer(conversation, recorded));
    }

    /** Fails with `not_found` if the conversation is no longer this visitor's. */
    public Uni<Recorded> say(Visitor visitor, UUID conversation, VisitorMessage message) {
        return record(visitor.tenant(), conversation, message, visitor.id())
                .invoke(recorded -> answer(conversation, recorded));
    }

    private Uni<Recorded> record(TenantId tenant, UUID conversation, VisitorMessage message, @Nullable UUID visitor) {
        UUID recording = message.recording();
        return recording == null
                ? messages.record(tenant, conversation, message, null, visitor)
                : recordings.claim(tenant, conversation, recording, message)
                        .chain(spoken -> messages.record(tenant, conversation, message, spoken, visitor)
                                .onFailure().call(() -> recordings.release(tenant, recording, message)));
    }

    private void answer(UUID conversation, Recorded recorded) {
        if (recorded.begun() != null) {
            running.begin(recorded.begun(), EarlierAttempts.NONE);
        } else if (recorded.withBot()) {
            running.in(conversation).ifPresent(answer -> answer.tell(new Event.VisitorWrote(recorded.message().seq())));
        }
    }

    /** False if answers come from the FAQ. */
    public boolean generates(Tenant shop) {
        return lanes.of(shop).usable()
                && spend.advice(lanes.names(shop), shop.models().lanes()).isEmpty();
    }

    /** On whichever replica it runs; does nothing if it has ended. */
    public void stop(TenantId tenant, UUID conversation, UUID answer) {
        StopAsked asked = new StopAsked(tenant, conversation, answer);
        if (!stop(asked)) {
            events.tell(asked);
        }
    }

    private boolean stop(StopAsked asked) {
        Optional<AnswerRunner> runner = running.in(asked.conversation())
                .filter(each -> each.answer().tenant().equals(asked.tenant())
                        && each.answer().id().equals(asked.answer()));
        runner.ifPresent(each -> each.tell(new Event.VisitorStopped()));
        return runner.isPresent();
    }

    /** Another replica took a message or a request for an answer that runs here. */
    void arrived(@Observes ArrivedEvent arrived) {
        switch (arrived.event()) {
            case StopAsked asked -> stop(asked);
            case OwnerChanged changed -> changeOwner(changed);
            case MessageStored stored when stored.message().author() == Author.VISITOR -> running
                    .in(stored.conversation())
                    .filter(runner -> runner.answer().tenant().equals(stored.tenant()))
                    .ifPresent(runner -> runner.tell(new Event.VisitorWrote(stored.message().seq())));
            default -> {
            }
        }
    }

    /** The bot never talks over a person; back with it, open messages are answered. */
    void changeOwner(@Observes ConversationEvent event) {
        if (!(event instanceof OwnerChanged changed)) {
            return;
        }
        if (!(changed.now().state() instanceof WithBot)) {
            running.in(changed.conversation())
                    .filter(runner -> runner.answer().epoch() != changed.now().epoch())
                    .ifPresent(runner -> runner.tell(new Event.Withdrawn()));
        } else if (changed.begun() != null) {
            running.begin(changed.begun(), EarlierAttempts.NONE);
        }
    }
}
