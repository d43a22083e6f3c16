package dev.parley.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import dev.parley.testsupport.HostileAddresses;
import dev.parley.testsupport.RebindingDns;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.Test;

/** A shop's lane with a name that resolves to a public address for the check and to loopback afterwards. */
class LaneRebindingTest {
    private static final AnswerTimeouts TIMEOUTS = new AnswerTimeouts(Duration.ofMillis(500), Duration.ofSeconds(15),
            Duration.ofSeconds(25), Duration.ofSeconds(15), Duration.ofSeconds(90));

    @Test
    void laneWhoseNameLeadsToLoopbackOnceChecked_reachesNobodyThere() {
        try (HostileAddresses canary = new HostileAddresses();
                RebindingDns dns = new RebindingDns(RebindingDns.PUBLIC, "127.0.0.1");
                ModelRig rig = new ModelRig()) {
            Vertx vertx = dns.vertx();
            ChatModel model = rig.newModel(vertx, dns);
            Lane lane = new Lane("a", "m", new LaneKind.Compatible(),
                    ModelAddress.parse("http://rebind.shop.example:" + canary.port() + "/v1", true), null, "m", null,
                    new Dialect(Dialect.MaxTokens.MAX_TOKENS, null, true, true, false, false), TIMEOUTS);

            ModelRig.Answer answer = ModelRig.end(model.answer(LaneOrder.of(List.of(lane), null), ModelRig.HELLO)
                    .subscribe().withSubscriber(AssertSubscriber.create(Long.MAX_VALUE)));

            assertThat(answer.failure().kind()).isIn(ModelErrorKind.CONNECTION, ModelErrorKind.ADDRESS_REFUSED);
            assertThat(dns.answered()).isBetween(1, answer.failure().attempts());
            assertThat(canary.connections()).isZero();
            model.close();
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }
}
