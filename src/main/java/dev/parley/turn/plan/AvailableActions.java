package dev.parley.turn.plan;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.action.ActionCall;
import dev.parley.action.ActionCalls;
import dev.parley.action.DeclaredActions;
import dev.parley.conversation.answer.RunningAnswer;
import dev.parley.tenant.TenantId;
import dev.parley.visitor.Visitors;
import io.smallrye.mutiny.Uni;

/** Shops' actions that an answer may use. */
@ApplicationScoped
class AvailableActions {
    private final DeclaredActions declared;
    private final Visitors visitors;
    private final ActionCalls calls;

    AvailableActions(DeclaredActions declared, Visitors visitors, ActionCalls calls) {
        this.declared = declared;
        this.visitors = visitors;
        this.calls = calls;
    }

    /** Cached, so shops without actions cost nothing. */
    Uni<Toolbox> boxFor(TenantId tenant, UUID visitor) {
        return declared.enabled(tenant).chain(enabled -> enabled.isEmpty()
                ? Uni.createFrom().item(Toolbox.EMPTY)
                : visitors.externalId(tenant, visitor).map(customer -> Toolbox.of(enabled, customer)));
    }

    /** Agreed to or begun in earlier attempts. */
    Uni<List<ActionCall>> begunFor(RunningAnswer answer) {
        return answer.attempt() == 1
                ? Uni.createFrom().item(List.of())
                : calls.of(answer.tenant(), answer.id());
    }
}
