/**
 * The health of each lane and what follows from it: breaker, pace, queue, retry budget, learned adaptations and alarms.
 * Front doors: {@link LaneGuards}, and {@link LaneProbe} for a check on request.
 */
@NullMarked
package dev.parley.model.health;

import org.jspecify.annotations.NullMarked;
