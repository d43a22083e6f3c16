/**
 * Actions that a shop's bot may run at the shop's own servers: declared by an administrator, requested by the model,
 * executed here. Arguments are validated against the declared schema; the customer's id comes from the shop's proof
 * only; amounts go to a card, past the model. It neither calls models nor writes messages. Front doors:
 * {@link DeclaredActions} for declarations, {@link Actions} for look-ups, {@link ActionCalls} for changes and consent.
 */
@NullMarked
package dev.parley.action;

import org.jspecify.annotations.NullMarked;
