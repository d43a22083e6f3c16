package dev.parley.turn;

import java.util.function.Consumer;

import dev.parley.conversation.HandoffCause;
import dev.parley.conversation.Replied;
import dev.parley.conversation.Reply;
import dev.parley.conversation.answer.RunningAnswer;
import dev.parley.handoff.HandoffPlan;
import dev.parley.turn.plan.TurnContext;
import dev.parley.turn.plan.TurnContextReader;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Collects an answer without storing it. */
final class RehearsalDelivery implements AnswerDelivery {
    private final RunningAnswer answer;
    private final TurnContextReader reader;
    private final Consumer<Reply> asker;

    RehearsalDelivery(RunningAnswer answer, TurnContextReader reader, Consumer<Reply> asker) {
        this.answer = answer;
        this.reader = reader;
        this.asker = asker;
    }

    @Override
    public Uni<TurnContext> read() {
        return reader.readAsItWas(answer);
    }

    @Override
    public void begun() {}

    @Override
    public void grew(int n, String piece) {}

    @Override
    public void withdrawn() {}

    @Override
    public Uni<Boolean> keep(String textSoFar) {
        return Uni.createFrom().item(true);
    }

    @Override
    public Uni<Replied> store(Reply reply, boolean held) {
        asker.accept(reply);
        return Uni.createFrom().item(new Replied(null, null));
    }

    @Override
    public Uni<Void> tellAside(String text) {
        return Uni.createFrom().voidItem();
    }

    /** Never called: see {@link TurnContextReader#readAsItWas}. */
    @Override
    public Uni<HandoffPlan> planHandoff(HandoffCause cause) {
        return Uni.createFrom().failure(() -> new IllegalStateException("Nobody is handed over in a rehearsal"));
    }

    @Override
    public Uni<Replied> handOff(Reply reply, HandoffPlan plan) {
        return store(reply, false);
    }

    /** Restarts once after an interruption, as for a visitor. */
    @Override
    public Uni<@Nullable RunningAnswer> restart() {
        return Uni.createFrom().item(new RunningAnswer(answer.id(), answer.tenant(), answer.conversation(),
                answer.epoch(), answer.attempt() + 1, answer.firstQuestionSeq(), answer.questionSeq()));
    }
}
