package dev.parley.turn;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import dev.parley.action.ActionCall;
import dev.parley.conversation.Reply;
import dev.parley.conversation.answer.Evidence;
import dev.parley.conversation.answer.Finish;
import dev.parley.conversation.answer.Source;
import dev.parley.model.ToolCall;
import dev.parley.prompt.Passage;
import dev.parley.spend.Call;
import dev.parley.turn.plan.Plan;
import dev.parley.turn.plan.TurnContext;
import org.jspecify.annotations.Nullable;

/**
 * The progress of one attempt. {@code text} is as the visitor sees it; {@code notice} the length of the part that only
 * asked for patience; {@code spared} a call not made for lack of money.
 */
record Work(TurnContext about, Evidence evidence, List<Source> sources, List<Passage> passages, Text text,
        ActionLog actions,
        List<ActionCall> agreed, int notice,
        @Nullable Call spared) {
    static Work on(TurnContext about) {
        return new Work(about, Evidence.NONE, List.of(), List.of(), Text.EMPTY, ActionLog.NONE, List.of(), 0, null);
    }

    Work note(UnaryOperator<Evidence> change) {
        return new Work(about, change.apply(evidence), sources, passages, text, actions, agreed, notice, spared);
    }

    Work citing(List<Source> entries) {
        return new Work(about, evidence, entries, passages, text, actions, agreed, notice, spared);
    }

    Work asking(Plan.Ask ask) {
        return new Work(about, actions.noteIn(ask.evidence()), ask.sources(), ask.passages(), text, actions, agreed,
                notice, spared);
    }

    Work saying(Plan.Say say) {
        String between = isSilent() ? "" : "\n\n";
        return new Work(about, evidence, say.sources(), passages, text.plus(between + say.text()),
                actions.saying(say.text()), agreed, notice, spared);
    }

    /** Asks for patience before the answer. */
    Work noticing(String words) {
        Text noticed = text.plus(words + "\n\n");
        return new Work(about, evidence, sources, passages, noticed, actions, agreed, noticed.length(), spared);
    }

    /** Nothing of the answer is shown yet. */
    boolean isSilent() {
        return text.length() == notice;
    }

    Work plus(String piece) {
        return new Work(about, evidence, sources, passages, text.plus(piece), actions, agreed, notice, spared);
    }

    Work sparing(Call call) {
        return new Work(about, evidence, sources, passages, text, actions, agreed, notice, call);
    }

    Work agreedTo(List<ActionCall> calls) {
        return new Work(about, evidence, sources, passages, text, actions, calls, notice, spared);
    }

    /** True if exactly this was agreed to or begun. */
    boolean hasAgreedTo(ToolCall call) {
        return agreed.stream().anyMatch(each -> each.is(call.name(), call.arguments()));
    }

    Work acted(ActionLog log) {
        return new Work(about, log.noteIn(evidence), sources, passages, text, log, agreed, notice, spared);
    }

    /** Cards are the shop's; beside one, the text has no amounts of the model's. */
    Reply reply(Finish finish, String said) {
        String entries = passages.stream().map(passage -> passage.question() + "\n" + passage.answer())
                .collect(Collectors.joining("\n"));
        return new Reply(actions.clean(said, entries), about.shop().settings().botName(), finish, sources, evidence,
                actions.cardsJson());
    }
}
