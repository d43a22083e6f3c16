package dev.parley.turn;

import java.util.List;
import java.util.Optional;

import dev.parley.action.Action;
import dev.parley.model.ToolOffer;
import org.jspecify.annotations.Nullable;

/** The available actions for a visitor. {@code customer} is the shop's verified id, or null. */
public record Toolbox(List<Action> tools, @Nullable String customer) {
    public static final Toolbox EMPTY = new Toolbox(List.of(), null);

    /** Omits actions that need a verified customer. */
    static Toolbox of(List<Action> enabled, @Nullable String customer) {
        return new Toolbox(
                enabled.stream().filter(tool -> customer != null || !tool.needsVerifiedCustomer()).toList(), customer);
    }

    public boolean isEmpty() {
        return tools.isEmpty();
    }

    Optional<Action> named(String name) {
        return tools.stream().filter(tool -> tool.name().equals(name)).findFirst();
    }

    List<ToolOffer> offers() {
        return tools.stream().map(tool -> new ToolOffer(tool.name(), tool.settings().description(),
                tool.settings().parameters().toString())).toList();
    }
}
