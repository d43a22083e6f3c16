package dev.parley.turn;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.parley.conversation.Finish;
import dev.parley.conversation.Source;
import dev.parley.model.ChatMessage;
import dev.parley.model.ChatRequest;
import dev.parley.model.LaneOrder;
import dev.parley.model.ToolCall;
import dev.parley.prompt.TokenCounter;
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
     * @param toolbox the actions that the model may ask for
     * @param otherwise what is said when the model does not answer
     * @param refusal what is said when the model's policy refuses the question
     */
    record Ask(String question, LaneOrder lanes, ChatRequest request, Call call, Thrift thrift,
            Function<Thrift, Ask> in,
            List<Source> sources,
            Say otherwise, Say refusal, Evidence evidence, Toolbox toolbox) implements Plan {
        /** There is no entry to answer from. */
        boolean groundless() {
            return otherwise.finish() == Finish.NO_ANSWER;
        }

        /** The same question with what came after it, which costs more. */
        Ask followedBy(List<ChatMessage> more, boolean mayCall, TokenCounter tokens) {
            int added = more.stream().mapToInt(message -> TokenCounter.PER_MESSAGE + tokens.count(message.content())
                    + message.calls().stream().mapToInt(made -> tokens.count(made.name() + made.arguments())).sum())
                    .sum();
            Call longer = new Call(call.tenant(), call.conversation(), call.answer(), call.attempt(), call.purpose(),
                    call.models(), call.inputTokens() + added, call.mostOutputTokens());
            return new Ask(question, lanes, request.followedBy(more, mayCall), longer, thrift,
                    cheaper -> in.apply(cheaper).followedBy(more, mayCall, tokens), sources, otherwise, refusal,
                    evidence, toolbox);
        }

        /** The next cheaper way to ask; empty when there is none. */
        Optional<Ask> cheaper() {
            return thrift.next().map(in);
        }
    }

    /** By what an action brings that the visitor has agreed to, and the model then. */
    record Perform(Ask ask, List<ToolCall> calls) implements Plan {
        @Override
        public Evidence evidence() {
            return ask.evidence();
        }
    }
}
