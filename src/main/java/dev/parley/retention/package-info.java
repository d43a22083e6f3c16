/**
 * Sees to it that nothing outlives its retention: decides per tenant what is too old and has its owners delete it, through their front
 * doors, in small batches, on one replica at a time. It deletes no row of another package itself. A {@code purge_run} row counts what
 * went. Front doors: {@link Purge}, {@link VisitorData}, {@link RetentionDesk}, {@link ShopPurge}.
 */
@NullMarked
package dev.parley.retention;

import org.jspecify.annotations.NullMarked;
