package dev.parley.turn;

import dev.parley.conversation.HandoffCause;
import dev.parley.conversation.Replied;
import dev.parley.conversation.Reply;
import dev.parley.conversation.answer.RunningAnswer;
import dev.parley.handoff.HandoffPlan;
import dev.parley.turn.plan.Case;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Where an answer comes from and where its text goes. */
interface AnswerDelivery {
    /** What is to be answered. */
    Uni<Case> read();

    void begun();

    /** The text has grown by its nth piece. */
    void grew(int n, String piece);

    void withdrawn();

    /** Stores the text so far and renews the lease; false: the answer is another's now. */
    Uni<Boolean> keep(String textSoFar);

    Uni<Replied> store(Reply reply, boolean held);

    /** Tells visitor and agents of what was done, whoever owns the conversation now. */
    Uni<Void> tellAside(String text);

    /** What handing the conversation over would come to now. */
    Uni<HandoffPlan> planHandover(HandoffCause cause);

    /** The bot's last words and the handover, both or neither. */
    Uni<Replied> handOver(Reply reply, HandoffPlan plan);

    /** A fresh attempt with all that the visitor has written; null when another replica holds the answer. */
    Uni<@Nullable RunningAnswer> restart();
}
