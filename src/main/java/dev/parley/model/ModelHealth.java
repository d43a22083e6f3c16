package dev.parley.model;

import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.health.api.Wellness;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * How the lanes are doing. It is no reason to take a replica out of service: without its models it still answers from the FAQ. Of shops'
 * own lanes only the number in trouble is told here, since this page asks for no key.
 */
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

    private static String describe(LaneState lane) {
        String breaker = "breaker " + lane.breaker().name().toLowerCase(java.util.Locale.ROOT);
        String resting = lane.restingFor() == null ? "" : ", resting: " + lane.restingFor().code();
        String alarms = lane.alarms().isEmpty()
                ? ""
                : ", alarms: " + lane.alarms().stream().map(LaneAlarm::code).collect(Collectors.joining(" "));
        String tools = lane.tools() ? "" : ", takes no functions";
        return breaker + resting + alarms + tools + (lane.daysLeft() == null ? "" : ", days left: " + lane.daysLeft());
    }
}
