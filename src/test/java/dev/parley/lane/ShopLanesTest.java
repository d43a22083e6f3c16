package dev.parley.lane;

import static dev.parley.testsupport.Shops.await;
import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.parley.conversation.VisitorMessage;
import dev.parley.lane.LaneEditor.Wanted;
import dev.parley.tenant.LaneSettings;
import dev.parley.tenant.ModelSettings;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.Tenants;
import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Received;
import dev.parley.testsupport.Reply;
import dev.parley.testsupport.ScriptedModel;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import dev.parley.turn.Turns;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shops with their own models, in the same service as shops without. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class ShopLanesTest {
    private static final String QUESTION = "How long do I have to send shoes back?";

    @Inject
    Turns turns;
    @Inject
    LaneEditor editor;
    @Inject
    ShopLanes lanes;
    @Inject
    Tenants tenants;
    @Inject
    Shops shops;

    @SuppressWarnings("NullAway.Init")
    ScriptedModel model;

    private Shop shop;

    @BeforeEach
    void openShop() {
        model.reset();
        model.models(ScriptedModel.list("gpt-3.5-turbo", "gpt-4o-mini", "gpt-4o"));
        shop = shopWithEntry();
    }

    private Shop shopWithEntry() {
        Shop opened = shops.open();
        shops.addEntry(opened, QUESTION, "You have 30 days.");
        return opened;
    }

    private Wanted wanted(String name, String model, @Nullable String region, String key) {
        return new Wanted(new LaneSettings(name, "compatible", this.model.baseUrl().toString(), null, null, null, model,
                region, null, null, null, null), key);
    }

    private void bring(@Nullable String stayIn, Wanted... wanted) {
        await(editor.replace(shop.id(), List.of(wanted), stayIn, null));
    }

    /** Returns the finish reason. */
    private String ask(Shop where) {
        UUID conversation = shops.conversation(where).id();
        await(turns.say(where.id(), conversation, new VisitorMessage(UUID.randomUUID(), QUESTION, null)));
        return Awaitility.await().until(() -> shops.column(
                "SELECT finish FROM answer WHERE conversation_id = ? AND finish IS NOT NULL", conversation),
                ends -> !ends.isEmpty()).getFirst();
    }

    @Test
    void shopsOwnLanes_answerItsVisitorsWithItsOwnKey() {
        bring(null, wanted("main", "gpt-4o-mini", null, "sk-shop"));

        assertThat(ask(shop)).isEqualTo("stop");

        assertThat(model.requests()).singleElement().extracting(Received::model, r -> r.headers().get("authorization"))
                .containsExactly("gpt-4o-mini", "Bearer sk-shop");
        Awaitility.await().untilAsserted(() -> assertThat(
                shops.column("SELECT lane FROM spend_call WHERE tenant_id = ?", shop.id().value()))
                .containsExactly("gpt-4o-mini"));
    }

    @Test
    void otherShops_keepTheOperatorsModel() {
        bring(null, wanted("main", "gpt-4o-mini", null, "sk-shop"));

        ask(shopWithEntry());

        assertThat(model.requests()).singleElement().extracting(Received::model, r -> r.headers().get("authorization"))
                .containsExactly("gpt-3.5-turbo", "Bearer sk-test");
    }

    @Test
    void change_holdsForTheNextQuestion() {
        bring(null, wanted("main", "gpt-4o-mini", null, "sk-old"));
        ask(shop);

        bring(null, wanted("main", "gpt-4o", null, "sk-new"));
        ask(shop);

        assertThat(model.requests()).extracting(r -> r.model() + " " + r.headers().get("authorization"))
                .containsExactly("gpt-4o-mini Bearer sk-old", "gpt-4o Bearer sk-new");
    }

    @Test
    void refusedKeyOfOneShop_leavesTheOthersAlone() {
        bring(null, wanted("main", "gpt-4o-mini", null, "sk-bad"));
        Shop other = shopWithEntry();
        for (int i = 0; i < 3; i++) {
            model.next(Reply.error(401, "invalid_api_key", null));
            assertThat(ask(shop)).isEqualTo("faq");
        }

        assertThat(ask(other)).isEqualTo("stop");
    }

    @Test
    void laneInTrouble_saysSoToItsShop() {
        bring(null, wanted("main", "gpt-4o-mini", null, "sk-bad"));
        model.next(Reply.error(401, "invalid_api_key", null));
        ask(shop);

        Response got = given().header("Authorization", "Bearer " + shops.addKey(shop.id(), "admin", null))
                .get("/v1/lanes");

        assertThat(got.<String>path("lanes[0].state.breaker")).isEqualTo("closed");
        assertThat(got.<List<String>>path("lanes[0].state.alarms")).containsExactly("key_refused");
    }

    @Test
    void shopThatStaysInARegion_isAnsweredFromTheFaqRatherThanFromAbroad() {
        await(editor.replace(shop.id(), List.of(), "eu", null));

        assertThat(ask(shop)).isEqualTo("faq");

        assertThat(model.requests()).isEmpty();
        assertThat(turns.generates(tenant())).isFalse();
    }

    @Test
    void laneInsideTheBorder_answers() {
        bring("eu", wanted("home", "gpt-4o-mini", "EU", "k"));

        assertThat(ask(shop)).isEqualTo("stop");
        assertThat(turns.generates(tenant())).isTrue();
    }

    @Test
    void keyThatCannotBeOpened_isNoReasonToUseTheOperators() {
        bring(null, wanted("main", "gpt-4o-mini", null, "sk-shop"));
        LaneSettings set = tenant().models().lanes().getFirst();
        await(tenants.setModels(shop.id(),
                new ModelSettings(List.of(set.withKey("c29tZXRoaW5nIGVsc2UgYWx0b2dldGhlcg==")), null, null)));

        assertThat(ask(shop)).isEqualTo("faq");

        assertThat(model.requests()).isEmpty();
    }

    @Test
    void smallestWindow_limitsThePrompt() {
        Wanted small = new Wanted(new LaneSettings("small", "compatible", model.baseUrl().toString(), null, null, null,
                "gpt-4o", null, 2_000, null, null, null), "k");
        bring(null, wanted("main", "gpt-4o-mini", null, "k"), small);

        assertThat(lanes.window(tenant())).hasValue(2_000);
    }

    @Test
    void modelWithoutAPrice_isSkippedForTheNext() {
        bring(null, wanted("main", "gpt-4o-mini", null, "k"));
        LaneSettings priced = tenant().models().lanes().getFirst();
        // As if the operator had removed a line from the price list.
        LaneSettings unpriced = new LaneSettings("dear", "compatible", priced.baseUrl(), null, null, priced.sealedKey(),
                "mystery-1", null, null, null, null, null);
        await(tenants.setModels(shop.id(), new ModelSettings(List.of(unpriced, priced), null, null)));

        assertThat(ask(shop)).isEqualTo("stop");

        assertThat(model.requests()).extracting(Received::model).containsExactly("gpt-4o-mini");
    }

    @Test
    void laneWithItsOwnPrice_isBookedAtThat() {
        LaneSettings dedicated = new LaneSettings("own", "compatible", model.baseUrl().toString(), null, null, null,
                "mystery-1", null, null, "7.00/9.00", null, null);
        model.models(ScriptedModel.list("mystery-1"));
        bring(null, new Wanted(dedicated, "k"));

        assertThat(ask(shop)).isEqualTo("stop");

        Awaitility.await().untilAsserted(() -> assertThat(
                shops.column("SELECT outcome || ' ' || (cost = 7000 * input_tokens + 9000 * output_tokens)::text"
                        + " FROM spend_call WHERE tenant_id = ?", shop.id().value()))
                .containsExactly("stop true"));
    }

    private Tenant tenant() {
        return requireNonNull(await(tenants.byId(shop.id())));
    }
}
