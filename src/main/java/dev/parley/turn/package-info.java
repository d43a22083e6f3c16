/**
 * Turns a visitor's message into an answer; the only place that connects the steps. It records the message, finds
 * entries, builds the prompt, calls the model, and ensures that every message ends in an answer, an apology or a
 * person. It owns no table. Front door: {@link Turns}.
 */
@NullMarked
package dev.parley.turn;

import org.jspecify.annotations.NullMarked;
