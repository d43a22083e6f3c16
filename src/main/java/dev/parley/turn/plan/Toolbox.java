package dev.parley.turn.plan;

import java.util.List;
import java.util.Optional;

import dev.parley.action.Action;
import dev.parley.model.ToolOffer;
import org.jspecify.annotations.Nullable;

/** The available actions for a visitor. {@code customer} is the shop's verified id, or null. */
public record Toolbox(List<Action> actions, @Nullable String customer) {
    public static final Toolbox EMPTY = new Toolbox(List.of(), null);

    /** Omits actions that need a verified customer. */
    public static Toolbox of(List<Action> enabled, @Nullable String customer) {
        return new Toolbox(
                enabled.stream().filter(action -> customer != null || !action.needsVerifiedCustomer()).toList(),
                customer);
    }

    public boolean isEmpty() {
        return actions.isEmpty();
    }

    public Optional<Action> named(String name) {
        return actions.stream().filter(action -> action.name().equals(name)).findFirst();
    }

    List<ToolOffer> offers() {
        return actions.stream().map(action -> new ToolOffer(action.name(), action.settings().description(),
                action.settings().parameters().toString())).toList();
    }
}
