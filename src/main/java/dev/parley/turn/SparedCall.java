package dev.parley.turn;

import dev.parley.spend.Call;

/**
 * The call that an answer in the FAQ's own words takes the place of. {@code avoided} is false when the call was made in
 * vain, or when there was no model to ask: nothing is saved then.
 */
record SparedCall(Call call, boolean avoided) {}
