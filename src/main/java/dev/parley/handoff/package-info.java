/**
 * When a person is needed, and the line in which visitors wait for one. It changes the conversation's owner and tells the visitor; it
 * never writes a message of its own accord. It also knows who is there. Front doors: {@link Handoffs} for those who ask, {@link Claims}
 * for those who come, {@link HandoffRules} for the shop.
 */
@NullMarked
package dev.parley.handoff;

import org.jspecify.annotations.NullMarked;
