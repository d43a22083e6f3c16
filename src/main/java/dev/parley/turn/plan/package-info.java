/**
 * The decisions of an answer: reads the conversation ({@link TurnContext}), searches the FAQ, and decides what to ask the
 * model, what to say without one, and when to hand over. It decides before an answer begins, keeps no state, and knows
 * nothing of the answers that run. Front door: {@link Planner}.
 */
@NullMarked
package dev.parley.turn.plan;

import org.jspecify.annotations.NullMarked;
