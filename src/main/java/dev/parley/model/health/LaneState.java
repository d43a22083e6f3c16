package dev.parley.model.health;

import java.util.Set;

import dev.parley.model.DefaultLanes;
import dev.parley.model.ModelErrorKind;
import org.jspecify.annotations.Nullable;

/**
 * How one lane is doing, for health pages.
 *
 * @param breaker {@code OPEN} means that it is not asked at the moment
 * @param restingFor why it is left alone although its breaker is closed; null when it is not
 * @param alarms what a person must mend
 * @param daysLeft until the model ends; null while no end is known
 * @param lastError null while it has never failed
 * @param failing it has not begun to answer since that error
 * @param quirks what it has been found to want, and is asked accordingly
 */
public record LaneState(String owner, String name, String model, ModelState.Breaker breaker,
        @Nullable ModelErrorKind restingFor, Set<LaneAlarm> alarms, @Nullable Long daysLeft,
        @Nullable LaneError lastError, boolean failing, Set<Quirk> quirks) {
    /** Whether it is the operator's own. */
    public boolean operators() {
        return owner.equals(DefaultLanes.OWNER);
    }
}
