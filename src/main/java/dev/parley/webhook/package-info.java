/**
 * Tells shops' own servers what happens in conversations: who wants to hear what, the outbox, signing, delivery and its log. The outbox is
 * filled by triggers, in the transaction that makes the event ({@code V50__webhook.sql}); this package only sends and keeps account. It
 * writes no conversation and puts no message's text into Parley's own log. Front doors: {@link Webhooks} for what shops set,
 * {@link DeliveryLog} for what became of it, {@link Dispatcher} for the sending.
 */
@NullMarked
package dev.parley.webhook;

import org.jspecify.annotations.NullMarked;
