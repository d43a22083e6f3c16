package dev.parley.lane;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.model.health.LaneAlarm;
import dev.parley.model.health.LaneError;
import dev.parley.model.health.LaneState;
import dev.parley.model.health.Quirk;
import org.jspecify.annotations.Nullable;

/**
 * State of a lane on this replica, for its shop.
 *
 * @param breaker {@code closed}, {@code open} or {@code half_open}
 * @param restingFor why it is not used although the breaker is closed; else null
 * @param alarms {@code gone}, {@code ending}, {@code key_refused}, {@code quota_spent}, {@code other_model},
 * {@code no_answers}
 * @param daysLeft until the model ends; null if unknown
 * @param failing no success since the last error
 * @param wants adaptations in effect
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LaneStatus(String breaker, @Nullable String restingFor, List<String> alarms, @Nullable Long daysLeft,
        @Nullable Failure lastError, boolean failing, @Nullable List<Want> wants) {
    /** {@code said} are the upstream's words without keys and prompt text; may be null. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Failure(String code, Instant at, @Nullable String said) {
        static @Nullable Failure of(@Nullable LaneError error) {
            return error == null ? null : new Failure(error.kind().code(), error.at(), error.said());
        }
    }

    /** {@code code} is such as {@code no_functions}; {@code text} says the same in words. */
    public record Want(String code, String text) {
        static Want of(Quirk quirk) {
            return new Want(quirk.code(), "This model " + quirk.words() + ".");
        }
    }

    static LaneStatus of(LaneState state) {
        return new LaneStatus(state.breaker().name().toLowerCase(Locale.ROOT),
                state.restingFor() == null ? null : state.restingFor().code(),
                state.alarms().stream().map(LaneAlarm::code).toList(), state.daysLeft(),
                Failure.of(state.lastError()), state.failing(), state.quirks().isEmpty()
                        ? null
                        : state.quirks().stream().sorted().map(Want::of).toList());
    }
}
