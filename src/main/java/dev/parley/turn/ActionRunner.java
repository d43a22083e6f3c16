package dev.parley.turn;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.action.Action;
import dev.parley.action.ActionCall;
import dev.parley.action.ActionCalls;
import dev.parley.action.ActionCalls.Doing;
import dev.parley.action.ActionCalls.Wanted;
import dev.parley.action.ActionResult;
import dev.parley.action.Actions;
import dev.parley.action.Consent;
import dev.parley.conversation.ConversationThread;
import dev.parley.conversation.answer.RunningAnswer;
import dev.parley.conversation.lookup.ConversationLookup;
import dev.parley.model.ToolCall;
import dev.parley.turn.plan.Toolbox;
import dev.parley.turn.plan.TurnContext;
import dev.parley.understanding.Offer;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Runs shops' actions for answers: their results, and consent. */
@ApplicationScoped
public class ActionRunner {
    static final ActionResult NO_SUCH = new ActionResult(ActionResult.Outcome.REFUSED,
            "There is no such function.", null, null, 0);

    private final Actions actions;
    private final ActionCalls calls;
    private final ConversationLookup conversations;

    ActionRunner(Actions actions, ActionCalls calls, ConversationLookup conversations) {
        this.actions = actions;
        this.calls = calls;
        this.conversations = conversations;
    }

    /** In sequence; results are in the order of the calls. */
    Uni<List<ActionResult>> carryOut(RunningAnswer answer, Toolbox box, List<ToolCall> wanted,
            List<ActionCall> agreed) {
        return Multi.createFrom().iterable(wanted)
                .onItem().transformToUniAndConcatenate(call -> carryOut(answer, box, call, agreed.stream()
                        .filter(each -> each.is(call.name(), call.arguments())).toList()))
                .collect().asList();
    }

    private Uni<ActionResult> carryOut(RunningAnswer answer, Toolbox box, ToolCall call, List<ActionCall> agreed) {
        Action action = box.named(call.name()).orElse(null);
        if (action == null) {
            return agreed.isEmpty()
                    ? Uni.createFrom().item(NO_SUCH)
                    : calls.leave(doing(answer), agreed.getFirst());
        }
        if (action.changes() || !agreed.isEmpty()) {
            return calls.carryOut(doing(answer), action, call.arguments(), box.customer(),
                    agreed.isEmpty() ? null : agreed.getFirst());
        }
        String key = UUID.nameUUIDFromBytes((answer.id() + action.name() + call.arguments())
                .getBytes(StandardCharsets.UTF_8)).toString();
        return actions.carryOut(action, call.arguments(), box.customer(), key);
    }

    private static Doing doing(RunningAnswer answer) {
        return new Doing(answer.tenant(), answer.conversation(), answer.id(), answer.questionSeq());
    }

    Uni<Void> waitForYes(RunningAnswer answer, Toolbox box, List<ToolCall> wanted, String question) {
        List<Wanted> known = wanted.stream()
                .flatMap(call -> box.named(call.name()).map(action -> new Wanted(action, call.arguments())).stream())
                .toList();
        return calls.ask(answer.tenant(), answer.conversation(), known, question);
    }

    /** Refers to the bot's last message. */
    Uni<Consent> answered(TurnContext about, boolean yes) {
        String said = about.exchange().lastAnswer().map(ConversationThread.Line::text).orElse("");
        RunningAnswer answer = about.answer();
        return conversations.closedAt(answer.tenant(), answer.conversation())
                .chain(closed -> calls.answered(doing(answer), yes, said, about.offer() == Offer.PERSON, closed));
    }

    /** Before shutdown. */
    Uni<Void> quiet() {
        return calls.quiet();
    }

    /** As the model would have made them. */
    static List<ToolCall> made(List<ActionCall> agreed) {
        return IntStream.range(0, agreed.size())
                .mapToObj(i -> new ToolCall("call_" + i, agreed.get(i).name(), agreed.get(i).arguments())).toList();
    }
}
