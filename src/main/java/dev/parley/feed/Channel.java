package dev.parley.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import dev.parley.conversation.Author;
import dev.parley.conversation.ConversationEvent;
import dev.parley.conversation.ConversationEvent.AnswerBegan;
import dev.parley.conversation.ConversationEvent.AnswerEnded;
import dev.parley.conversation.ConversationEvent.AnswerGrew;
import dev.parley.conversation.ConversationEvent.MessageStored;
import dev.parley.conversation.ConversationEvent.OwnerChanged;
import dev.parley.conversation.ConversationEvent.StaffOnly;
import dev.parley.conversation.ConversationEvent.Typing;
import dev.parley.conversation.ConversationEvent.VisitorJoined;
import dev.parley.conversation.Message;
import dev.parley.conversation.answer.Finish;
import dev.parley.conversation.lookup.Standing;
import dev.parley.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/** Followers of a conversation and the answer in progress. Guarded by its own lock between enter and leave. */
final class Channel {
    /** Of a conversation that nothing has been told about yet. */
    static final int UNKNOWN = -1;

    private final List<Consumer<ConversationEvent>> followers = new ArrayList<>(2);
    private @Nullable AnswerBegan answer;
    private final StringBuilder textSoFar = new StringBuilder();
    private int grown;
    private int epoch = UNKNOWN;
    private long lastSeq = UNKNOWN;
    private boolean foreign;
    private @Nullable TenantId tenant;
    private int users;

    /** Like leave, called under the lock of the map. */
    Channel enter() {
        users++;
        return this;
    }

    boolean leave() {
        users--;
        return users == 0 && followers.isEmpty() && answer == null;
    }

    void add(Consumer<ConversationEvent> follower) {
        followers.add(follower);
        if (answer != null) {
            follower.accept(answer);
            follower.accept(new AnswerGrew(answer.tenant(), answer.conversation(), answer.answer(), answer.attempt(), 0,
                    textSoFar.toString()));
        }
    }

    void remove(Consumer<ConversationEvent> follower) {
        followers.remove(follower);
    }

    /** How far its followers have been told. */
    @Nullable
    Standing standing(UUID conversation) {
        return tenant == null ? null : new Standing(tenant, conversation, lastSeq, epoch);
    }

    void know(TenantId of, long seq, int atEpoch) {
        tenant = tenant == null ? of : tenant;
        lastSeq = Math.max(lastSeq, seq);
        epoch = Math.max(epoch, atEpoch);
    }

    /** Like {@link #pass}, but of another replica. */
    void passArrived(ConversationEvent event) {
        pass(event);
        foreign |= event instanceof AnswerBegan && event.equals(answer);
    }

    /** Ends an answer of another replica whose end was lost: its message is here. */
    void endForeign(Message message) {
        AnswerBegan running = answer;
        Finish finish = Finish.ofWire(message.finish());
        if (running != null && foreign && message.author() == Author.BOT && finish != null) {
            pass(new AnswerEnded(running.tenant(), running.conversation(), running.answer(), running.attempt(),
                    message.seq(), finish, message.seq()));
        }
    }

    void pass(ConversationEvent event) {
        tenant = event.tenant();
        if (event instanceof OwnerChanged changed) {
            silence(changed);
        }
        if (note(event)) {
            tell(event);
        }
    }

    /** After a change of owner, drops events of answers for the former one, on any replica. */
    private void silence(OwnerChanged changed) {
        epoch = Math.max(epoch, changed.now().epoch());
        AnswerBegan running = answer;
        if (running != null && running.epoch() < epoch) {
            answer = null;
            textSoFar.setLength(0);
            tell(new AnswerEnded(running.tenant(), running.conversation(), running.answer(), running.attempt(), 0,
                    Finish.WITHDRAWN, 0));
        }
    }

    private void tell(ConversationEvent event) {
        for (Consumer<ConversationEvent> follower : List.copyOf(followers)) {
            follower.accept(event);
        }
    }

    /** Records the running answer's text; false for an outdated attempt. */
    private boolean note(ConversationEvent event) {
        switch (event) {
            case AnswerBegan began -> {
                if (began.epoch() < epoch) {
                    return false;
                }
                answer = began;
                foreign = false;
                textSoFar.setLength(0);
                grown = 0;
            }
            case AnswerGrew grew -> {
                if (answer == null || !answer.answer().equals(grew.answer()) || answer.attempt() != grew.attempt()
                        || grew.n() != grown + 1) {
                    return false;
                }
                textSoFar.append(grew.text());
                grown = grew.n();
            }
            case AnswerEnded ended -> {
                if (answer == null || !answer.answer().equals(ended.answer()) || answer.attempt() != ended.attempt()) {
                    return false;
                }
                answer = null;
                textSoFar.setLength(0);
            }
            case MessageStored stored -> lastSeq = Math.max(lastSeq, stored.message().seq());
            case OwnerChanged changed -> {
            }
            case Typing typing -> {
            }
            case VisitorJoined joined -> {
            }
            case StaffOnly staffOnly -> {
            }
            case ConversationEvent.StopAsked stop -> {
            }
        }
        return true;
    }
}
