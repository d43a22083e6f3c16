/**
 * The operator's key, which opens `/v1/operator/…` but no shop's data, and the log of its use. Shops are created in
 * {@code shop} and purged in {@code retention}. Front doors: {@link OperatorKey}, {@link OperatorLog}.
 */
@NullMarked
package dev.parley.operator;

import org.jspecify.annotations.NullMarked;
