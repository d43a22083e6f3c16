package dev.parley.turn;

import dev.parley.spend.Money;
import dev.parley.spend.Tokens;

/** What a call to the model came to. */
record Bill(Money cost, Tokens tokens, boolean estimated) {}
