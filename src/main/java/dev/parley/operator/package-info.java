/**
 * Whoever runs this Parley: the operator's key, which opens `/v1/operator/…` and nothing of any shop, and the log of what was done with
 * it. It neither makes shops, which is the shop package's, nor purges them, which is retention's. Front doors: {@link OperatorKey},
 * {@link OperatorLog}.
 */
@NullMarked
package dev.parley.operator;

import org.jspecify.annotations.NullMarked;
