package dev.parley.turn;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.parley.conversation.Finish;
import dev.parley.conversation.Source;
import dev.parley.model.ChatRequest;
import dev.parley.model.LaneOrder;
import dev.parley.spend.Call;
import dev.parley.spend.Thrift;

/** How a question will be answered. */
sealed interface Plan {
    /** What the answer stands on. */
    Evidence evidence();

    /** With words that are there already. */
    record Say(String text, Finish finish, List<Source> sources, Evidence evidence) implements Plan {}

    /**
     * By the model.
     *
     * @param question in the visitor's words alone
     * @param lanes who is asked
     * @param call what it may cost
     * @param thrift how sparing it is already
     * @param in the same question put more or less sparingly
     * @param otherwise what is said when the model does not answer
     * @param refusal what is said when the model's policy refuses the question
     */
    record Ask(String question, LaneOrder lanes, ChatRequest request, Call call, Thrift thrift,
            Function<Thrift, Ask> in,
            List<Source> sources,
            Say otherwise, Say refusal, Evidence evidence) implements Plan {
        /** The next cheaper way to ask; empty when there is none. */
        Optional<Ask> cheaper() {
            return thrift.next().map(in);
        }
    }
}
