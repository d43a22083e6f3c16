package dev.parley.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.model.reading.ErrorBody;
import dev.parley.model.reading.ErrorTable;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;

/** Calls {@code /moderations}. A visitor waits: two seconds at most, and a pause after a failure. */
final class Moderation {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration WITHIN = Duration.ofSeconds(2);
    /** After a failure, nobody waits for the server during this time. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final ModelHttp http;
    private final Vertx vertx;
    private final Clock clock;
    private final String model;
    private final Map<Lane.Identity, Instant> downUntil = new ConcurrentHashMap<>();

    Moderation(ModelHttp http, Vertx vertx, Clock clock, String model) {
        this.http = http;
        this.vertx = vertx;
        this.clock = clock;
        this.model = model;
    }

    String model() {
        return model;
    }

    /** Fails with a {@link ModelException} if the text cannot be checked. */
    Uni<Boolean> flags(LaneOrder order, String text, String requestId) {
        // Azure moderates by itself and has no such operation.
        return order.lanes().stream().filter(lane -> !(lane.kind() instanceof LaneKind.Azure)).findFirst()
                .map(lane -> flags(lane, text, requestId))
                .orElseGet(() -> Uni.createFrom().failure(failure(ModelErrorKind.NOT_CONFIGURED)));
    }

    private Uni<Boolean> flags(Lane lane, String text, String requestId) {
        Instant until = downUntil.get(lane.identity());
        if (until != null && clock.instant().isBefore(until)) {
            return Uni.createFrom().failure(failure(ModelErrorKind.BREAKER_OPEN));
        }
        return OneCall.make(vertx, http, lane, http.options(lane, HttpMethod.POST, lane.path("moderations"), requestId)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json"), body(text), WITHIN)
                .map(Moderation::verdict)
                .invoke(answered -> downUntil.remove(lane.identity()))
                .onFailure().invoke(failed -> downUntil.put(lane.identity(), clock.instant().plus(PAUSE)));
    }

    private byte[] body(String text) {
        try {
            return JSON.writeValueAsBytes(Map.of("model", model, "input", text));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean verdict(OneCall.Reply reply) {
        if (reply.status() == 200) {
            try {
                JsonNode results = JSON.readTree(reply.body().getBytes()).path("results");
                if (results.path(0).path("flagged").isBoolean()) {
                    return results.path(0).path("flagged").booleanValue();
                }
            } catch (IOException notJson) {
                throw failure(ModelErrorKind.MALFORMED);
            }
        }
        throw failure(reply.status() == 200
                ? ModelErrorKind.MALFORMED
                : ErrorTable.refused(reply.status(),
                        ErrorBody.read(reply.body().getBytes(), reply.body().length())));
    }

    private static ModelException failure(ModelErrorKind kind) {
        return new ModelException(kind, 0, null, null, 1, false);
    }
}
