package dev.parley.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.Answers;
import dev.parley.conversation.Author;
import dev.parley.conversation.ConversationEvent;
import dev.parley.conversation.ConversationEvent.AnswerBegan;
import dev.parley.conversation.ConversationEvent.AnswerEnded;
import dev.parley.conversation.ConversationEvent.AnswerGrew;
import dev.parley.conversation.ConversationEvent.MessageStored;
import dev.parley.conversation.ConversationEvent.OwnerChanged;
import dev.parley.conversation.ConversationEvent.StaffOnly;
import dev.parley.conversation.ConversationEvent.Typing;
import dev.parley.conversation.ConversationState.WithBot;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Message;
import dev.parley.conversation.Recorded;
import dev.parley.conversation.VisitorMessage;
import dev.parley.feed.ConversationFeed;
import dev.parley.feed.ConversationFeed.Following;
import dev.parley.feed.Frames;
import dev.parley.platform.ParleyException;
import dev.parley.tenant.TenantId;
import dev.parley.turn.Turns;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import org.jspecify.annotations.Nullable;

/** Says something for a visitor and follows what comes of it, until the answer's end. */
@ApplicationScoped
class ConversationStream {
    /** Without a sign of life: longer than a visitor is promised to wait for one. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int PAGE = 200;

    private final Turns turns;
    private final Conversations conversations;
    private final Answers answers;
    private final ConversationFeed feed;
    private final Frames frames;

    ConversationStream(Turns turns, Conversations conversations, Answers answers, ConversationFeed feed,
            Frames frames) {
        this.turns = turns;
        this.conversations = conversations;
        this.answers = answers;
        this.feed = feed;
        this.frames = frames;
    }

    /** The answer, or what became of the question when there is none to wait for. */
    Uni<AnswerResponse> answer(TenantId tenant, UUID conversation, VisitorMessage message) {
        return events(tenant, conversation, message)
                .filter(step -> step instanceof Step.End)
                .toUni()
                .onItem().ifNull().failWith(ConversationStream::late)
                .chain(last -> conclude(tenant, conversation, message, ((Step.End) last).recorded()));
    }

    private static ParleyException late() {
        return new ParleyException(ParleyException.Kind.UNAVAILABLE, "answer_late",
                "The message is stored, but its answer is late. Send it again with the same id, or look for the answer with GET.");
    }

    private Uni<AnswerResponse> conclude(TenantId tenant, UUID conversation, VisitorMessage message,
            Recorded recorded) {
        long question = recorded.message().seq();
        return Uni.combine().all()
                .unis(conversations.get(tenant, conversation),
                        conversations.messagesSince(tenant, conversation, question, PAGE))
                .with((now, after) -> AnswerResponse.of(message.clientId(), question, now.state().wire(),
                        after.stream().filter(ConversationStream::isReply).findFirst().orElse(null)));
    }

    private static boolean isReply(Message message) {
        return message.author() == Author.BOT || message.author() == Author.AGENT;
    }

    /** The frames of the socket, from the ack to the answer's end. */
    Multi<String> frames(TenantId tenant, UUID conversation, VisitorMessage message) {
        return events(tenant, conversation, message)
                .onItem().transformToMultiAndConcatenate(step -> switch (step) {
                    case Step.Acknowledged ack ->
                        Multi.createFrom().item(frames.ack(message.clientId().toString(), ack.recorded().message()));
                    case Step.Happened happened -> Multi.createFrom().items(frame(happened.event()).stream());
                    case Step.End end -> missed(tenant, conversation, end.recorded());
                });
    }

    /** A resend gets the answer that there is already. */
    private Multi<String> missed(TenantId tenant, UUID conversation, Recorded recorded) {
        if (!recorded.duplicate()) {
            return Multi.createFrom().empty();
        }
        return conversations.messagesSince(tenant, conversation, recorded.message().seq(), PAGE)
                .onItem().transformToMulti(after -> Multi.createFrom().iterable(after))
                .map(frames::frame);
    }

    private Optional<String> frame(ConversationEvent event) {
        return switch (event) {
            case MessageStored stored -> Optional.of(frames.frame(stored.message()));
            case OwnerChanged changed -> Optional.of(frames.state(changed.now()));
            case AnswerBegan began -> Optional.of(frames.frame(began));
            case AnswerGrew grew -> Optional.of(frames.frame(grew));
            case AnswerEnded ended -> Optional.of(frames.frame(ended));
            case Typing typing -> Optional.of(frames.frame(typing));
            case StaffOnly staffOnly -> Optional.empty();
        };
    }

    /** What a follower of one question sees, in order. */
    private sealed interface Step {
        record Acknowledged(Recorded recorded) implements Step {}

        record Happened(ConversationEvent event) implements Step {}

        record End(Recorded recorded) implements Step {}
    }

    private Multi<Step> events(TenantId tenant, UUID conversation, VisitorMessage message) {
        return Multi.createFrom().<Step>emitter(emitter -> {
            Question question = new Question(emitter::emit, emitter::complete);
            Following following = feed.follow(tenant, conversation, question::happened);
            emitter.onTermination(following::close);
            turns.say(tenant, conversation, message)
                    .chain(recorded -> mayBeAnswered(tenant, conversation, recorded)
                            .invoke(expected -> question.recorded(recorded, expected)))
                    .subscribe().with(expected -> {}, emitter::fail);
        }, BackPressureStrategy.BUFFER)
                .ifNoItem().after(PATIENCE).recoverWithCompletion();
    }

    /** What was sent before has had its answer, or none, unless one is being written now. */
    private Uni<Boolean> mayBeAnswered(TenantId tenant, UUID conversation, Recorded recorded) {
        return recorded.duplicate()
                ? answers.isRunning(tenant, conversation)
                : conversations.get(tenant, conversation).map(now -> now.state() instanceof WithBot);
    }

    /** Holds back what happens until the question's number is known, then passes it on until the answer's end. */
    private static final class Question {
        private final Consumer<Step> out;
        private final Runnable complete;
        private final List<ConversationEvent> early = new ArrayList<>();
        private @Nullable Recorded recorded;
        private boolean over;

        Question(Consumer<Step> out, Runnable complete) {
            this.out = out;
            this.complete = complete;
        }

        synchronized void recorded(Recorded known, boolean mayBeAnswered) {
            recorded = known;
            out.accept(new Step.Acknowledged(known));
            early.forEach(event -> pass(event, known));
            early.clear();
            if (!mayBeAnswered) {
                finish(known);
            }
        }

        synchronized void happened(ConversationEvent event) {
            if (recorded == null) {
                early.add(event);
            } else {
                pass(event, recorded);
            }
        }

        private void pass(ConversationEvent event, Recorded known) {
            if (over || event instanceof Typing) {
                return;
            }
            out.accept(new Step.Happened(event));
            boolean answered = event instanceof AnswerEnded ended && ended.questionSeq() >= known.message().seq();
            boolean handedOver = event instanceof OwnerChanged changed && !(changed.now().state() instanceof WithBot);
            if (answered || handedOver) {
                finish(known);
            }
        }

        private void finish(Recorded known) {
            if (!over) {
                over = true;
                out.accept(new Step.End(known));
                complete.run();
            }
        }
    }
}
