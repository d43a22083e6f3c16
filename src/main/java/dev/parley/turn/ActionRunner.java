package dev.parley.turn;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.RunningAnswer;
import dev.parley.model.ToolCall;
import dev.parley.tenant.TenantId;
import dev.parley.tenant.Visitors;
import dev.parley.tool.ActionResult;
import dev.parley.tool.Actions;
import dev.parley.tool.Confirmations;
import dev.parley.tool.Tool;
import dev.parley.tool.Tools;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Carries out the shops' actions for answers: which there are for a visitor, what comes of them, and waiting for a yes. */
@ApplicationScoped
class ActionRunner {
    private static final ActionResult UNKNOWN = new ActionResult(ActionResult.Outcome.REFUSED,
            "There is no such function.", null, null, 0);

    private final Tools tools;
    private final Visitors visitors;
    private final Actions actions;
    private final Confirmations confirmations;

    ActionRunner(Tools tools, Visitors visitors, Actions actions, Confirmations confirmations) {
        this.tools = tools;
        this.visitors = visitors;
        this.actions = actions;
        this.confirmations = confirmations;
    }

    /** Shops without actions pay for a look into memory. */
    Uni<Toolbox> boxFor(TenantId tenant, UUID visitor) {
        return tools.enabled(tenant).chain(enabled -> enabled.isEmpty()
                ? Uni.createFrom().item(Toolbox.EMPTY)
                : visitors.externalId(tenant, visitor).map(customer -> Toolbox.of(enabled, customer)));
    }

    /** One after the other; the results stand in the order of the calls. */
    Uni<List<ActionResult>> carryOut(RunningAnswer answer, Toolbox box, List<ToolCall> calls) {
        return Multi.createFrom().iterable(calls)
                .onItem().transformToUniAndConcatenate(call -> carryOut(answer, box, call))
                .collect().asList();
    }

    private Uni<ActionResult> carryOut(RunningAnswer answer, Toolbox box, ToolCall call) {
        Tool tool = box.named(call.name()).orElse(null);
        if (tool == null) {
            return Uni.createFrom().item(UNKNOWN);
        }
        // The same for every attempt at this answer, so that the shop's server can do it once.
        String key = UUID.nameUUIDFromBytes((answer.id() + tool.name() + call.arguments())
                .getBytes(StandardCharsets.UTF_8)).toString();
        return actions.carryOut(tool, call.arguments(), box.customer(), key);
    }

    Uni<Void> waitForYes(RunningAnswer answer, Tool tool, ToolCall call) {
        return confirmations.ask(answer.tenant(), answer.conversation(), tool, call.arguments());
    }

    /** What a yes or no is about; null when nothing waits. */
    Uni<Confirmations.@Nullable Waiting> waiting(RunningAnswer answer) {
        return confirmations.take(answer.tenant(), answer.conversation());
    }

    static List<ToolCall> call(Tool tool, String arguments) {
        return List.of(new ToolCall("call_0", tool.name(), arguments));
    }
}
