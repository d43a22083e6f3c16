package dev.parley.turn;

import dev.parley.spend.Call;

/** A call avoided by an FAQ answer. A false {@code avoided}: it was made without effect, or there is no model. */
record SparedCall(Call call, boolean avoided) {}
