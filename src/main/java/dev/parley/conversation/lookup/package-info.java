/**
 * Reads conversations for other features, so that they need not query these tables: lookups by id, an agent's workload,
 * and all data of a visitor. It writes nothing.
 */
@NullMarked
package dev.parley.conversation.lookup;

import org.jspecify.annotations.NullMarked;
