/**
 * When a person is needed, and the queue in which visitors wait. It changes the owner, informs the visitor and tracks
 * agents' presence; it writes no other messages. Front doors: {@link Handoffs} to request, {@link Claims} for agents,
 * {@link HandoffSettingsStore} for settings.
 */
@NullMarked
package dev.parley.handoff;

import org.jspecify.annotations.NullMarked;
