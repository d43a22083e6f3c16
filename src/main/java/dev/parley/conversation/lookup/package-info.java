/**
 * Reads over conversations for other features, which do not name these tables themselves: lookups by id, an agent's workload, and
 * everything that is stored about a visitor. It writes nothing.
 */
@NullMarked
package dev.parley.conversation.lookup;

import org.jspecify.annotations.NullMarked;
