package dev.parley.model.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.model.ChatModel;
import io.smallrye.health.api.Wellness;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Never takes a replica out of service, which still answers from the FAQ. Shops' lanes are only counted. */
@Wellness
@ApplicationScoped
class ModelHealth implements HealthCheck {
    private final ChatModel model;

    ModelHealth(ChatModel model) {
        this.model = model;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder health = HealthCheckResponse.named("Models");
        health.withData("configured", model.configured());
        long troubled = 0;
        boolean well = true;
        for (LaneState lane : model.laneStates()) {
            if (lane.operators()) {
                health.withData(lane.name(), describe(lane));
                well &= isWell(lane);
            } else if (!isWell(lane)) {
                troubled++;
            }
        }
        return health.withData("shops_lanes_in_trouble", troubled).status(well).build();
    }

    private static boolean isWell(LaneState lane) {
        return lane.breaker() == ModelState.Breaker.CLOSED && lane.alarms().isEmpty();
    }

    /** A lane that refuses every question is unhealthy even with a closed breaker. */
    private static String describe(LaneState lane) {
        List<String> said = new ArrayList<>();
        LaneError error = lane.lastError();
        said.add(error != null && lane.failing() && lane.breaker() == ModelState.Breaker.CLOSED
                ? "failing: " + error.kind().code() + (error.said() == null ? "" : " (" + error.said() + ")")
                : "breaker " + lane.breaker().name().toLowerCase(Locale.ROOT));
        if (lane.restingFor() != null) {
            said.add("resting: " + lane.restingFor().code());
        }
        if (!lane.alarms().isEmpty()) {
            said.add("alarms: " + lane.alarms().stream().map(LaneAlarm::code).collect(Collectors.joining(" ")));
        }
        lane.quirks().stream().sorted().map(Quirk::words).forEach(said::add);
        if (lane.daysLeft() != null) {
            said.add("days left: " + lane.daysLeft());
        }
        return String.join(", ", said);
    }
}
