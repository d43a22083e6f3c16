/**
 * How each lane of models is doing, and what follows: breaker, pace, queue, retry budget, habits that were learned from refusals, and alarms
 * for whoever looks. Front doors: {@link LaneGuards}, {@link LaneProbe} for a look on request.
 */
@NullMarked
package dev.parley.model.health;

import org.jspecify.annotations.NullMarked;
