package dev.parley.lane;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.model.LaneAlarm;
import dev.parley.model.LaneError;
import dev.parley.model.LaneState;
import org.jspecify.annotations.Nullable;

/**
 * How a lane is doing on this replica, as its shop may know it.
 *
 * @param breaker {@code closed}, {@code open} (left alone for a while) or {@code half_open}
 * @param restingFor why it is not asked although its breaker is closed; null when it is
 * @param alarms what somebody must mend: {@code gone}, {@code ending}, {@code key_refused}, {@code quota_spent}, {@code other_model}
 * @param daysLeft until the model ends; null while no end is known
 * @param lastError null while it has never failed
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LaneStatus(String breaker, @Nullable String restingFor, List<String> alarms, @Nullable Long daysLeft,
        @Nullable Failure lastError) {
    /** Why and when it did not begin to answer. */
    public record Failure(String code, Instant at) {
        static @Nullable Failure of(@Nullable LaneError error) {
            return error == null ? null : new Failure(error.kind().code(), error.at());
        }
    }

    static LaneStatus of(LaneState state) {
        return new LaneStatus(state.breaker().name().toLowerCase(Locale.ROOT),
                state.restingFor() == null ? null : state.restingFor().code(),
                state.alarms().stream().map(LaneAlarm::code).toList(), state.daysLeft(),
                Failure.of(state.lastError()));
    }
}
