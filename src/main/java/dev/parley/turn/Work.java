package dev.parley.turn;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import dev.parley.conversation.Reply;
import dev.parley.conversation.answer.Evidence;
import dev.parley.conversation.answer.Finish;
import dev.parley.conversation.answer.Source;
import dev.parley.model.ToolCall;
import dev.parley.prompt.Passage;
import dev.parley.spend.Call;
import dev.parley.tool.ActionCall;
import dev.parley.turn.plan.Case;
import dev.parley.turn.plan.Plan;
import org.jspecify.annotations.Nullable;

/**
 * What one attempt at an answer has come to so far.
 *
 * @param text what the visitor sees of it
 * @param passages the entries that the model has read
 * @param agreed the actions that the visitor has agreed to, or that an earlier attempt has begun
 * @param notice how much of the text only asked for patience
 * @param spared a call that was not made for want of money; null while none was
 */
record Work(Case about, Evidence evidence, List<Source> sources, List<Passage> passages, Text text, ActionLog actions,
        List<ActionCall> agreed, int notice,
        @Nullable Call spared) {
    static Work on(Case about) {
        return new Work(about, Evidence.NONE, List.of(), List.of(), Text.EMPTY, ActionLog.NONE, List.of(), 0, null);
    }

    Work note(UnaryOperator<Evidence> change) {
        return new Work(about, change.apply(evidence), sources, passages, text, actions, agreed, notice, spared);
    }

    Work citing(List<Source> entries) {
        return new Work(about, evidence, entries, passages, text, actions, agreed, notice, spared);
    }

    /** The model is asked this now. */
    Work asking(Plan.Ask ask) {
        return new Work(about, actions.noteIn(ask.evidence()), ask.sources(), ask.passages(), text, actions, agreed,
                notice, spared);
    }

    Work saying(Plan.Say say) {
        String between = isSilent() ? "" : "\n\n";
        return new Work(about, evidence, say.sources(), passages, text.plus(between + say.text()),
                actions.saying(say.text()), agreed, notice, spared);
    }

    /** Asks for patience, before anything of the answer is known. */
    Work noticing(String words) {
        Text noticed = text.plus(words + "\n\n");
        return new Work(about, evidence, sources, passages, noticed, actions, agreed, noticed.length(), spared);
    }

    /** Nothing of the answer itself is shown yet. */
    boolean isSilent() {
        return text.length() == notice;
    }

    Work plus(String piece) {
        return new Work(about, evidence, sources, passages, text.plus(piece), actions, agreed, notice, spared);
    }

    Work sparing(Call call) {
        return new Work(about, evidence, sources, passages, text, actions, agreed, notice, call);
    }

    /** The visitor has agreed to these, or an earlier attempt has begun them. */
    Work agreedTo(List<ActionCall> calls) {
        return new Work(about, evidence, sources, passages, text, actions, calls, notice, spared);
    }

    /** Whether the very same has been agreed to, or begun, for this answer. */
    boolean hasAgreedTo(ToolCall call) {
        return agreed.stream().anyMatch(each -> each.is(call.name(), call.arguments()));
    }

    Work acted(ActionLog log) {
        return new Work(about, log.noteIn(evidence), sources, passages, text, log, agreed, notice, spared);
    }

    /** What stands on a card is the shop's; beside one the text has no sums of the model's. */
    Reply reply(Finish finish, String said) {
        String entries = passages.stream().map(passage -> passage.question() + "\n" + passage.answer())
                .collect(Collectors.joining("\n"));
        return new Reply(actions.clean(said, entries), about.tenant().settings().botName(), finish, sources, evidence,
                actions.cardsJson());
    }
}
