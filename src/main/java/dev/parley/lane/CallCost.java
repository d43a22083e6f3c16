package dev.parley.lane;

import dev.parley.spend.Money;
import dev.parley.spend.Tokens;

/**
 * What calls to models came to.
 *
 * @param estimated an upstream did not count, so the tokens are our own count
 */
public record CallCost(Money cost, Tokens tokens, boolean estimated) {
    /** Of an answer that took several calls. */
    public CallCost plus(CallCost other) {
        return new CallCost(new Money(cost.nanos() + other.cost.nanos()),
                new Tokens(tokens.input() + other.tokens.input(), tokens.cached() + other.tokens.cached(),
                        tokens.output() + other.tokens.output()),
                estimated || other.estimated);
    }
}
