/**
 * Notifies shops' servers of events in conversations: subscriptions, outbox, signatures, delivery and its log. Triggers
 * fill the outbox in the transaction of the event ({@code V50__webhook.sql}); this package only delivers. It changes no
 * conversation and logs no message text. Front doors: {@link Webhooks} for settings, {@link DeliveryLog} for results,
 * {@link Dispatcher} for delivery, {@link Signature} for signing.
 */
@NullMarked
package dev.parley.webhook;

import org.jspecify.annotations.NullMarked;
