/**
 * The decisions of an answer: reads the conversation ({@link TurnContext}), searches the FAQ, and decides what to ask the
 * model, or what to say without one. It decides before an answer begins and keeps no state. Front door:
 * {@link Planner}.
 */
@NullMarked
package dev.parley.turn.plan;

import org.jspecify.annotations.NullMarked;
