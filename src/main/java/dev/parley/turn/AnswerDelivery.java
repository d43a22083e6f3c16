package dev.parley.turn;

import dev.parley.conversation.HandoffCause;
import dev.parley.conversation.Replied;
import dev.parley.conversation.Reply;
import dev.parley.conversation.answer.RunningAnswer;
import dev.parley.handoff.HandoffPlan;
import dev.parley.turn.plan.TurnContext;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** I/O of an answer: its input and where its text goes. */
interface AnswerDelivery {
    Uni<TurnContext> read();

    void begun();

    void grew(int n, String piece);

    void withdrawn();

    /** Stores the text and renews the lease; false if another replica has the answer. */
    Uni<Boolean> keep(String textSoFar);

    Uni<Replied> store(Reply reply, boolean held);

    /** Reports actions to any owner of the conversation. */
    Uni<Void> tellAside(String text);

    Uni<HandoffPlan> planHandoff(HandoffCause cause);

    /** Atomic. */
    Uni<Replied> handOff(Reply reply, HandoffPlan plan);

    /** A fresh attempt for all open messages; null if another replica holds the answer. */
    Uni<@Nullable RunningAnswer> restart();
}
