/**
 * Enforces retention: decides per tenant what is too old and lets the owning packages delete it, in batches, on one
 * replica at a time. {@code purge_run} records the numbers. Front doors: {@link Purge}, {@link VisitorData},
 * {@link RetentionSettings}, {@link ShopPurge}.
 */
@NullMarked
package dev.parley.retention;

import org.jspecify.annotations.NullMarked;
