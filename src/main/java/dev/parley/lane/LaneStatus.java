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
 * How a lane is doing on this replica, as its shop may know it.
 *
 * @param breaker {@code closed}, {@code open} (left alone for a while) or {@code half_open}
 * @param restingFor why it is not asked although its breaker is closed; null when it is
 * @param alarms what somebody must mend: {@code gone}, {@code ending}, {@code key_refused}, {@code quota_spent}, {@code other_model}, {@code no_answers}
 * @param daysLeft until the model ends; null while no end is known
 * @param lastError null while it has never failed
 * @param failing it has not begun to answer since that error
 * @param wants what it has been found to want otherwise than most, and is asked accordingly; left out where there is nothing
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LaneStatus(String breaker, @Nullable String restingFor, List<String> alarms, @Nullable Long daysLeft,
        @Nullable Failure lastError, boolean failing, @Nullable List<Want> wants) {
    /**
     * Why and when it did not begin to answer.
     *
     * @param said the upstream's own words, without keys and without what stood in the prompt; null where it had none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Failure(String code, Instant at, @Nullable String said) {
        static @Nullable Failure of(@Nullable LaneError error) {
            return error == null ? null : new Failure(error.kind().code(), error.at(), error.said());
        }
    }

    /**
     * What the model wants otherwise than most.
     *
     * @param code such as {@code max_completion_tokens}, {@code no_functions}, {@code no_system_role}
     * @param text the same for a person
     */
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
