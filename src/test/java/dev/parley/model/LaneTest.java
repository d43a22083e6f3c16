package dev.parley.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.parley.model.ModelRig.Answer;
import dev.parley.model.health.LaneState;
import dev.parley.model.health.ModelState;
import dev.parley.testsupport.HostileAddresses;
import dev.parley.testsupport.Received;
import dev.parley.testsupport.Reply;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Shops' own lanes: keys, limits, parameters, and isolation from other shops. */
public class LaneTest {
    public static final Dialect DIALECT = new Dialect(Dialect.MaxTokens.MAX_TOKENS, null, true, true, false, false);
    public static final AnswerTimeouts TIMEOUTS = new AnswerTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(15),
            Duration.ofSeconds(25), Duration.ofSeconds(15), Duration.ofSeconds(90));

    private ModelRig rig = new ModelRig();

    @AfterEach
    void close() {
        rig.close();
    }

    private Lane lane(String owner, String key, String model, @Nullable String region) {
        return lane(owner, new LaneKind.Compatible(), rig.upstream.baseUrl().toString(), key, model, region);
    }

    private static Lane lane(String owner, LaneKind kind, String baseUrl, String key, String model,
            @Nullable String region) {
        return new Lane(owner, model, kind, ModelAddress.parse(baseUrl, false), new ModelKey(key), model, region,
                DIALECT, TIMEOUTS);
    }

    private Answer ask(Lane... lanes) {
        return ask(null, lanes);
    }

    private Answer ask(@Nullable String stayIn, Lane... lanes) {
        return ModelRig.end(rig.model.answer(LaneOrder.of(Arrays.asList(lanes), stayIn), ModelRig.HELLO).subscribe()
                .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE)));
    }

    @Test
    void lanesOfATenant_areAskedInOrderWithTheirOwnKeys() {
        rig.upstream.next(Reply.error(401, "invalid_api_key", null), Reply.error(404, "model_not_found", null),
                Reply.answer("x"));

        Answer answer = ask(lane("a", "sk-1", "m1", null), lane("a", "sk-2", "m2", null),
                lane("a", "sk-2", "m3", null));

        assertThat(answer.started().model()).isEqualTo("m3");
        assertThat(rig.upstream.requests()).extracting(r -> r.model() + " " + r.headers().get("authorization"))
                .containsExactly("m1 Bearer sk-1", "m2 Bearer sk-2", "m3 Bearer sk-2");
    }

    @Test
    void refusedKey_isNotTriedWithTheNextModelOfTheSameServer() {
        rig.upstream.always(Reply.error(401, "invalid_api_key", null));

        Answer answer = ask(lane("a", "sk-1", "m1", null), lane("a", "sk-1", "m2", null),
                lane("a", "sk-2", "m3", null));

        assertThat(answer.failure().kind()).isEqualTo(ModelErrorKind.CREDENTIALS);
        assertThat(rig.upstream.requests()).extracting(Received::model).containsExactly("m1", "m3");
    }

    @Test
    void laneOutsideTheBorder_isNeverAsked_whateverFails() {
        rig.upstream.always(Reply.error(500, null, null));

        Answer answer = ask("eu", lane("a", "k", "abroad", "us"), lane("a", "k", "home", "EU"),
                lane("a", "k", "unknown", null));

        assertThat(answer.failure().kind()).isEqualTo(ModelErrorKind.SERVER_ERROR);
        assertThat(rig.upstream.requests()).extracting(Received::model).containsOnly("home");
    }

    @Test
    void noLaneInsideTheBorder_failsClosed() {
        Answer answer = ask("eu", lane("a", "k", "abroad", "us"), lane("a", "k", "unknown", null));

        assertThat(answer.failure().kind()).isEqualTo(ModelErrorKind.OUTSIDE_REGION);
        assertThat(rig.upstream.stats().requests()).isZero();
        assertThat(rig.model.defaults("eu").usable()).isFalse();
    }

    @Test
    void oneTenantsOutage_opensNoBreakerOfAnother() {
        rig.upstream.always(Reply.error(500, null, null));
        Lane broken = lane("a", "sk-same", "m", null);
        for (int i = 0; i < 10; i++) {
            ask(broken);
        }
        assertThat(ask(broken).failure().kind()).isEqualTo(ModelErrorKind.BREAKER_OPEN);
        rig.upstream.always(Reply.answer("x"));

        assertThat(ask(lane("b", "sk-same", "m", null)).text()).isEqualTo("x");
        assertThat(ask(lane("a", "sk-new", "m", null)).text()).isEqualTo("x");
        assertThat(rig.model.laneStates()).extracting(LaneState::owner, LaneState::breaker)
                .contains(org.assertj.core.groups.Tuple.tuple("b", ModelState.Breaker.CLOSED));
        assertThat(rig.meters.get("parley.model.breaker.open").tags("owner", "b", "lane", "m").gauge().value())
                .isZero();
    }

    @Test
    void oneTenantsBadKeyOrSpentMoney_restsThatTenantAlone() {
        rig.close();
        rig = new ModelRig("rest", "1m");
        rig.upstream.next(Reply.error(429, "insufficient_quota", "insufficient_quota")).always(Reply.answer("x"));
        Lane broke = lane("a", "sk-a", "m", null);
        assertThat(ask(broke).failure().attempts()).isEqualTo(1);

        ModelException again = ask(broke).failure();

        assertThat(again.kind()).isEqualTo(ModelErrorKind.QUOTA);
        assertThat(again.attempts()).isZero();
        assertThat(ask(lane("b", "sk-b", "m", null)).text()).isEqualTo("x");
        assertThat(rig.upstream.stats().requests()).isEqualTo(2);
    }

    @Test
    void goneModel_costsItsTenantNoSecondCallPerTurn() {
        rig.close();
        rig = new ModelRig("rest", "1m");
        Lane gone = lane("a", "k", "gone", null);
        Lane there = lane("a", "k", "there", null);
        rig.upstream.next(Reply.error(404, "model_not_found", null)).always(Reply.answer("x"));

        for (int i = 0; i < 5; i++) {
            assertThat(ask(gone, there).text()).isEqualTo("x");
        }

        assertThat(rig.upstream.requests()).extracting(Received::model)
                .containsExactly("gone", "there", "there", "there", "there", "there");
    }

    @Test
    void slowLane_keepsItsOwnVisitorsWaitingAndNobodyElses() {
        rig.close();
        rig = new ModelRig("at-once", "2", "in-line", "1");
        rig.upstream.next(Reply.answer("a").stallAfter(1), Reply.answer("a").stallAfter(1));
        List<AssertSubscriber<ChatEvent>> visitors = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            visitors.add(begin(lane("slow", "k", "m", null)));
        }
        await().until(() -> rig.upstream.stalled() == 2);

        assertThat(ask(lane("slow", "k", "m", null)).failure().kind()).isEqualTo(ModelErrorKind.BUSY);
        rig.upstream.always(Reply.answer("x"));
        assertThat(ask(lane("quick", "k", "m", null)).text()).isEqualTo("x");

        visitors.getFirst().cancel();
        assertThat(ModelRig.end(visitors.getLast()).text()).isEqualTo("x");
    }

    @Test
    void visitorWhoLeavesTheLine_takesNoPlace() {
        rig.close();
        rig = new ModelRig("at-once", "1", "in-line", "1");
        rig.upstream.next(Reply.answer("a").stallAfter(1)).always(Reply.answer("x"));
        AssertSubscriber<ChatEvent> writing = begin(lane("a", "k", "m", null));
        await().until(() -> rig.upstream.stalled() == 1);
        AssertSubscriber<ChatEvent> waiting = begin(lane("a", "k", "m", null));

        waiting.cancel();
        writing.cancel();

        await().untilAsserted(() -> assertThat(ask(lane("a", "k", "m", null)).failure()).isNull());
        assertThat(rig.upstream.stats().requests()).isEqualTo(2);
    }

    private AssertSubscriber<ChatEvent> begin(Lane lane) {
        return rig.model.answer(LaneOrder.of(List.of(lane), null), ModelRig.HELLO).subscribe()
                .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
    }

    @Test
    void addressThatATenantTyped_mustNotLeadIntoOurOwnNetwork() {
        Lane typed = new Lane("a", "m", new LaneKind.Compatible(),
                ModelAddress.parse(rig.upstream.baseUrl().toString(), true), null, "m", null, DIALECT, TIMEOUTS);

        ModelException refused = ask(typed).failure();

        assertThat(refused.kind()).isEqualTo(ModelErrorKind.ADDRESS_REFUSED);
        assertThat(refused.attempts()).isEqualTo(1);
        assertThat(rig.upstream.stats().connections()).isZero();
    }

    @Test
    void hostileAddresses_reachNobody() {
        List<String> admitted = new ArrayList<>();
        try (HostileAddresses hostile = new HostileAddresses()) {
            for (String address : hostile.all()) {
                try {
                    Lane typed = new Lane("a", "m", new LaneKind.Compatible(), ModelAddress.parse(address, true),
                            null, "m", null, DIALECT, TIMEOUTS);
                    if (ask(typed).failure().kind() != ModelErrorKind.ADDRESS_REFUSED) {
                        admitted.add(address);
                    }
                } catch (IllegalArgumentException unreadable) {
                    // Not a valid address.
                }
            }

            assertThat(admitted).isEmpty();
            assertThat(hostile.connections()).isZero();
        }
    }

    @Test
    void azure_hasTheDeploymentInThePathAndTheKeyInItsOwnHeader() {
        Lane azure = lane("a", new LaneKind.Azure("shop chat/1", "2024-10-21"),
                rig.upstream.baseUrl().toString().replace("/v1", "/"), "az-key", "gpt-35-turbo", "eu");
        rig.upstream.next(Reply.answer("x"));

        assertThat(ask(azure).text()).isEqualTo("x");

        Received received = rig.upstream.requests().getFirst();
        assertThat(received.path())
                .isEqualTo("/openai/deployments/shop%20chat%2F1/chat/completions?api-version=2024-10-21");
        assertThat(received.headers()).containsEntry("api-key", "az-key").doesNotContainKey("authorization");
    }

    @Test
    void azure_isUnderstoodWithItsEmptyChoicesAndFilterFields() {
        rig.upstream.next(Reply.raw(200, "text/event-stream", """
                data: {"choices":[],"model":"","prompt_filter_results":[{"prompt_index":0,"content_filter_results":{"hate":{"filtered":false,"severity":"safe"}}}]}

                data: {"choices":[{"index":0,"delta":{"role":"assistant","content":""},"content_filter_results":{}}],"model":"gpt-35-turbo"}

                data: {"choices":[{"index":0,"delta":{"content":"Thirty"},"content_filter_results":{"hate":{"filtered":false,"severity":"safe"}}}],"model":"gpt-35-turbo"}

                data: {"choices":[],"content_filter_offsets":{"check_offset":0}}

                data: {"choices":[{"index":0,"delta":{},"finish_reason":"content_filter","content_filter_results":{"hate":{"filtered":true,"severity":"high"}}}],"model":"gpt-35-turbo"}

                data: [DONE]

                """));

        Answer answer = ask(azure());

        assertThat(answer.text()).isEqualTo("Thirty");
        assertThat(answer.finished().reason()).isEqualTo(FinishReason.CONTENT_FILTER);
        assertThat(answer.started().model()).isEqualTo("gpt-35-turbo");
    }

    @Test
    void azure_refusingThePrompt_isAPolicysRefusal() {
        rig.upstream.always(Reply.raw(400, "application/json",
                """
                {"error":{"message":"filtered","type":null,"param":"prompt","code":"content_filter","status":400,
                 "innererror":{"code":"ResponsibleAIPolicyViolation","content_filter_result":{"hate":{"filtered":true}}}}}"""));

        assertThat(ask(azure()).failure().kind()).isEqualTo(ModelErrorKind.REFUSED_BY_POLICY);
        assertThat(rig.upstream.stats().requests()).isEqualTo(1);
    }

    @Test
    void azure_redirecting_isNotFollowedWithTheKey() {
        rig.upstream.next(Reply.raw(307, "text/plain", "").header("Location", rig.upstream.baseUrl() + "/elsewhere"));

        assertThat(ask(azure()).failure().kind()).isEqualTo(ModelErrorKind.BAD_REQUEST);
        assertThat(rig.upstream.stats().requests()).isEqualTo(1);
    }

    @Test
    void azure_withoutTheDeployment_isAMissingModel() {
        rig.upstream.always(Reply.error(404, "DeploymentNotFound", null));

        assertThat(ask(azure()).failure().kind()).isEqualTo(ModelErrorKind.MODEL_NOT_FOUND);
        assertThat(rig.upstream.stats().requests()).isEqualTo(1);
    }

    private Lane azure() {
        return lane("a", new LaneKind.Azure("chat", "2024-10-21"), rig.upstream.baseUrl().toString(), "k", "m", null);
    }
}
