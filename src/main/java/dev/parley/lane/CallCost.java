package dev.parley.lane;

import dev.parley.spend.Money;
import dev.parley.spend.Tokens;

/** {@code estimated}: our own token count, if an upstream did not report one. */
public record CallCost(Money cost, Tokens tokens, boolean estimated) {
    public CallCost plus(CallCost other) {
        return new CallCost(new Money(cost.nanos() + other.cost.nanos()),
                new Tokens(tokens.input() + other.tokens.input(), tokens.cached() + other.tokens.cached(),
                        tokens.output() + other.tokens.output()),
                estimated || other.estimated);
    }
}
