package dev.parley.model.health;

import java.util.Set;

import dev.parley.model.DefaultLanes;
import dev.parley.model.ModelErrorKind;
import org.jspecify.annotations.Nullable;

/**
 * The state of a lane for health pages.
 *
 * @param restingFor why it is not called although the breaker is closed; else null
 * @param alarms problems that a person must fix
 * @param daysLeft until the model ends; null if unknown
 * @param failing no success since the last error
 */
public record LaneState(String owner, String name, String model, ModelState.Breaker breaker,
        @Nullable ModelErrorKind restingFor, Set<LaneAlarm> alarms, @Nullable Long daysLeft,
        @Nullable LaneError lastError, boolean failing, Set<Quirk> quirks) {
    public boolean operators() {
        return owner.equals(DefaultLanes.OWNER);
    }
}
