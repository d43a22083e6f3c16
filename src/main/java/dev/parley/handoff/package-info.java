/**
 * When a person is needed, and the line in which visitors wait for one. It changes the conversation's owner and tells the visitor; it
 * never writes a message of its own accord. Front door: {@link Handoffs}.
 */
@NullMarked
package dev.parley.handoff;

import org.jspecify.annotations.NullMarked;
