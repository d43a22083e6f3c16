package dev.parley.model.health;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;

import dev.parley.model.Lane;
import dev.parley.model.LaneKind;
import dev.parley.model.ModelErrorKind;
import dev.parley.model.ModelException;
import dev.parley.model.ModelHttp;
import dev.parley.model.OneCall;
import dev.parley.model.health.LaneCheck.Verdict;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;

/** Reads a server's list of models. Free of charge; never fails. */
public final class LaneProbe {
    private static final Duration WITHIN = Duration.ofSeconds(5);

    private final ModelHttp http;
    private final Vertx vertx;
    private final Clock clock;

    public LaneProbe(ModelHttp http, Vertx vertx, Clock clock) {
        this.http = http;
        this.vertx = vertx;
        this.clock = clock;
    }

    public Uni<LaneCheck> check(Lane lane) {
        return OneCall.make(vertx, http, lane,
                http.options(lane, HttpMethod.GET, lane.listPath(), UUID.randomUUID().toString()), new byte[0], WITHIN)
                .map(reply -> judge(lane, reply.status(), reply.body(), clock))
                .onFailure(ModelException.class).recoverWithItem(LaneProbe::unreachable);
    }

    /** What a reply to a request for the list says. */
    public static LaneCheck judge(Lane lane, int status, Buffer body, Clock clock) {
        if (status == 401 || status == 403) {
            return LaneCheck.of(Verdict.KEY_REFUSED);
        }
        // Azure lists what could be deployed, not what is.
        boolean says = status == 200 && !(lane.kind() instanceof LaneKind.Azure);
        return says
                ? KnownEnds.complete(lane,
                        ModelList.look(body.getBytes(), lane.model(), LocalDate.now(clock)),
                        LocalDate.now(clock))
                : LaneCheck.of(Verdict.UNKNOWN);
    }

    private static LaneCheck unreachable(Throwable why) {
        boolean refused = why instanceof ModelException model && model.kind() == ModelErrorKind.ADDRESS_REFUSED;
        return LaneCheck.of(refused ? Verdict.ADDRESS_REFUSED : Verdict.UNKNOWN);
    }
}
