/**
 * One visitor's message and what became of it: the only place that strings the steps together. It records the message, finds entries,
 * makes the prompt, asks the model, and sees to it that every message ends in an answer, an apology or a person. It owns no table. Front
 * door: {@link Turns}.
 */
@NullMarked
package dev.parley.turn;

import org.jspecify.annotations.NullMarked;
