package dev.parley.turn;

import dev.parley.spend.Money;
import dev.parley.spend.Tokens;

/** What a call to the model came to. */
record Bill(Money cost, Tokens tokens, boolean estimated) {
    /** Of an answer that took several calls. */
    Bill plus(Bill other) {
        return new Bill(new Money(cost.nanos() + other.cost.nanos()),
                new Tokens(tokens.input() + other.tokens.input(), tokens.cached() + other.tokens.cached(),
                        tokens.output() + other.tokens.output()),
                estimated || other.estimated);
    }
}
