package dev.parley.turn;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import dev.parley.conversation.Evidence;
import dev.parley.conversation.Finish;
import dev.parley.conversation.Reply;
import dev.parley.conversation.Source;
import dev.parley.prompt.Passage;
import dev.parley.spend.Call;
import org.jspecify.annotations.Nullable;

/**
 * What one attempt at an answer has come to so far.
 *
 * @param text what the visitor sees of it
 * @param passages the entries that the model has read
 * @param spared a call that was not made for want of money; null while none was
 */
record Work(Case about, Evidence evidence, List<Source> sources, List<Passage> passages, Text text, ActionLog actions,
        @Nullable Call spared) {
    static Work on(Case about) {
        return new Work(about, Evidence.NONE, List.of(), List.of(), Text.EMPTY, ActionLog.NONE, null);
    }

    Work note(UnaryOperator<Evidence> change) {
        return new Work(about, change.apply(evidence), sources, passages, text, actions, spared);
    }

    Work citing(List<Source> entries) {
        return new Work(about, evidence, entries, passages, text, actions, spared);
    }

    /** The model is asked this now. */
    Work asking(Plan.Ask ask) {
        return new Work(about, actions.noteIn(ask.evidence()), ask.sources(), ask.passages(), text, actions, spared);
    }

    Work saying(Plan.Say say) {
        String between = text.isEmpty() ? "" : "\n\n";
        return new Work(about, evidence, say.sources(), passages, text.plus(between + say.text()), actions, spared);
    }

    Work plus(String piece) {
        return new Work(about, evidence, sources, passages, text.plus(piece), actions, spared);
    }

    Work sparing(Call call) {
        return new Work(about, evidence, sources, passages, text, actions, call);
    }

    Work acted(ActionLog log) {
        return new Work(about, log.noteIn(evidence), sources, passages, text, log, spared);
    }

    /** What stands on a card is the shop's; beside one the text has no sums of the model's. */
    Reply reply(Finish finish, String said) {
        String entries = passages.stream().map(passage -> passage.question() + "\n" + passage.answer())
                .collect(Collectors.joining("\n"));
        return new Reply(actions.clean(said, entries), about.tenant().settings().botName(), finish, sources, evidence,
                actions.cardsJson());
    }
}
