package dev.parley.model;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.parley.model.LaneCheck.Verdict;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;

/** Asks a lane's server which models it has. Costs nothing, decides nothing, and always comes to an end. */
final class LaneProbe {
    private static final Duration WITHIN = Duration.ofSeconds(5);
    private static final int LIMIT = 4 * 1024 * 1024;

    private final ModelHttp http;
    private final Vertx vertx;
    private final Clock clock;

    LaneProbe(ModelHttp http, Vertx vertx, Clock clock) {
        this.http = http;
        this.vertx = vertx;
        this.clock = clock;
    }

    Uni<LaneCheck> check(Lane lane) {
        return Uni.createFrom().emitter(
                emitter -> vertx.getOrCreateContext().runOnContext(ignored -> new Asking(lane, emitter).begin()));
    }

    private final class Asking {
        private final Lane lane;
        private final UniEmitter<? super LaneCheck> emitter;
        private final AtomicBoolean over = new AtomicBoolean();
        private final Buffer body = Buffer.buffer();

        Asking(Lane lane, UniEmitter<? super LaneCheck> emitter) {
            this.lane = lane;
            this.emitter = emitter;
        }

        void begin() {
            vertx.setTimer(WITHIN.toMillis(), late -> end(LaneCheck.of(Verdict.UNKNOWN)));
            http.connect(lane, http.options(lane, HttpMethod.GET, lane.listPath(), UUID.randomUUID().toString())
                    .setTimeout(WITHIN.toMillis())).onComplete(connected -> {
                        if (connected.succeeded()) {
                            send(connected.result());
                        } else {
                            refused(connected.cause());
                        }
                    });
        }

        private void refused(Throwable cause) {
            end(LaneCheck.of(ModelHttp.kindOf(cause) == ModelErrorKind.ADDRESS_REFUSED
                    ? Verdict.ADDRESS_REFUSED
                    : Verdict.UNKNOWN));
        }

        private void send(HttpClientRequest request) {
            request.send().onComplete(answered -> {
                if (answered.failed()) {
                    end(LaneCheck.of(Verdict.UNKNOWN));
                } else {
                    receive(request, answered.result());
                }
            });
        }

        private void receive(HttpClientRequest request, HttpClientResponse response) {
            response.exceptionHandler(broken -> end(LaneCheck.of(Verdict.UNKNOWN)));
            response.endHandler(ignored -> end(judge(response.statusCode())));
            response.handler(bytes -> {
                body.appendBuffer(bytes);
                if (body.length() > LIMIT || over.get()) {
                    request.reset();
                    end(LaneCheck.of(Verdict.UNKNOWN));
                }
            });
        }

        private LaneCheck judge(int status) {
            if (status == 401 || status == 403) {
                return LaneCheck.of(Verdict.KEY_REFUSED);
            }
            // An Azure resource lists what could be deployed, not what is.
            boolean says = status == 200 && !(lane.kind() instanceof LaneKind.Azure);
            return says
                    ? ModelList.look(body.getBytes(), lane.model(), LocalDate.now(clock))
                    : LaneCheck.of(Verdict.UNKNOWN);
        }

        private void end(LaneCheck check) {
            if (over.compareAndSet(false, true)) {
                emitter.complete(check);
            }
        }
    }
}
