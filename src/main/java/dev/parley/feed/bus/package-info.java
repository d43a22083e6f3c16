/**
 * What one replica tells the others: events of conversations as {@link Hint}s, over PostgreSQL, Redis or within one JVM.
 * A hint says that something changed, and the receiver reads it from the tables; only the text of running answers and
 * typing travel whole. Lost hints are noticed, and what they told is read from the tables. Front door: {@link SharedFeed}.
 */
@NullMarked
package dev.parley.feed.bus;

import org.jspecify.annotations.NullMarked;
