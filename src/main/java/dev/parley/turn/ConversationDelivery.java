package dev.parley.turn;

import java.time.Duration;
import java.util.function.Supplier;

import dev.parley.conversation.ConversationEvent.AnswerBegan;
import dev.parley.conversation.ConversationEvent.AnswerEnded;
import dev.parley.conversation.ConversationEvent.AnswerGrew;
import dev.parley.conversation.ConversationEvents;
import dev.parley.conversation.HandoffCause;
import dev.parley.conversation.Replied;
import dev.parley.conversation.Reply;
import dev.parley.conversation.answer.Answers;
import dev.parley.conversation.answer.Finish;
import dev.parley.conversation.answer.RunningAnswer;
import dev.parley.handoff.HandoffPlan;
import dev.parley.handoff.Handoffs;
import dev.parley.platform.database.Statements;
import dev.parley.turn.plan.TurnContext;
import dev.parley.turn.plan.TurnContextReader;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

final class ConversationDelivery implements AnswerDelivery {
    private static final Duration STORING_GIVES_UP = Duration.ofSeconds(20);

    private final RunningAnswer answer;
    private final TurnContextReader reader;
    private final Answers answers;
    private final Handoffs handoffs;
    private final ConversationEvents events;

    ConversationDelivery(RunningAnswer answer, TurnContextReader reader, Answers answers, Handoffs handoffs,
            ConversationEvents events) {
        this.answer = answer;
        this.reader = reader;
        this.answers = answers;
        this.handoffs = handoffs;
        this.events = events;
    }

    @Override
    public Uni<TurnContext> read() {
        return reader.read(answer);
    }

    @Override
    public void begun() {
        events.tell(new AnswerBegan(answer.tenant(), answer.conversation(), answer.id(), answer.attempt(),
                answer.epoch()));
    }

    @Override
    public void grew(int n, String piece) {
        events.tell(new AnswerGrew(answer.tenant(), answer.conversation(), answer.id(), answer.attempt(), n, piece));
    }

    @Override
    public void withdrawn() {
        events.tell(new AnswerEnded(answer.tenant(), answer.conversation(), answer.id(), answer.attempt(), 0,
                Finish.WITHDRAWN, answer.questionSeq()));
    }

    @Override
    public Uni<Boolean> keep(String textSoFar) {
        return answers.keep(answer, textSoFar);
    }

    /** Retries: a transient database fault must not cost an answer that is on screen. */
    @Override
    public Uni<Replied> store(Reply reply, boolean held) {
        return stored(() -> held ? answers.hold(answer, reply) : answers.reply(answer, reply));
    }

    @Override
    public Uni<Void> tellAside(String text) {
        return Uni.createFrom().deferred(() -> handoffs.tell(answer.tenant(), answer.conversation(), text))
                .onFailure(failure -> !Statements.unstorable(failure)).retry()
                .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(2))
                .expireIn(STORING_GIVES_UP.toMillis());
    }

    @Override
    public Uni<HandoffPlan> planHandoff(HandoffCause cause) {
        return handoffs.plan(answer.tenant(), answer.conversation(), cause);
    }

    @Override
    public Uni<Replied> handOff(Reply reply, HandoffPlan plan) {
        return stored(() -> handoffs.handOff(answer, reply, plan));
    }

    private static Uni<Replied> stored(Supplier<Uni<Replied>> storing) {
        return Uni.createFrom().deferred(storing::get)
                .onFailure(failure -> !Statements.unstorable(failure)).retry()
                .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(2))
                .expireIn(STORING_GIVES_UP.toMillis());
    }

    @Override
    public Uni<@Nullable RunningAnswer> restart() {
        return answers.restart(answer);
    }
}
