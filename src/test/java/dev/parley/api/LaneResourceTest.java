package dev.parley.api;

import static dev.parley.testsupport.Problems.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Reply;
import dev.parley.testsupport.ScriptedModel;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class LaneResourceTest {
    @Inject
    Shops shops;

    @SuppressWarnings("NullAway.Init")
    ScriptedModel model;

    private Shop shop;

    @BeforeEach
    void openShop() {
        model.reset();
        shop = shops.open("admin");
    }

    private Response put(Object body) {
        return given().header("Authorization", "Bearer " + shop.apiKey()).contentType(ContentType.JSON).body(body)
                .put("/v1/lanes");
    }

    private Response get() {
        return given().header("Authorization", "Bearer " + shop.apiKey()).get("/v1/lanes");
    }

    private Map<String, Object> lane(String name, String more) {
        Map<String, Object> lane = new java.util.HashMap<>(Map.of("name", name, "kind", "compatible", "base_url",
                model.baseUrl().toString(), "model", "gpt-3.5-turbo", "key", "sk-canary"));
        for (String field : more.isEmpty() ? new String[0] : more.split(";", -1)) {
            String[] parts = field.split("=", 2);
            if (parts[1].isEmpty()) {
                lane.remove(parts[0]);
            } else {
                lane.put(parts[0], parts[1]);
            }
        }
        return lane;
    }

    private Response putLane(String more) {
        return put(Map.of("lanes", List.of(lane("main", more))));
    }

    @Test
    void shopWithoutLanes_hasAnEmptyList() {
        assertThat(get().statusCode()).isEqualTo(200);
        assertThat(get().<List<?>>path("lanes")).isEmpty();
    }

    @Test
    void lanes_areKeptInOrderAndShownWithoutTheirKeys() {
        Response put = put(Map.of("lanes", List.of(lane("second-choice", "region=eu"), lane("a", "")), "stay_in", ""));
        assertProblem(put, 400, "bad_stay_in");

        assertThat(put(Map.of("lanes", List.of(lane("z", "region=eu"), lane("a", "")))).statusCode()).isEqualTo(200);

        Response got = get();
        assertThat(got.<List<String>>path("lanes.name")).containsExactly("z", "a");
        assertThat(got.<List<Boolean>>path("lanes.key_set")).containsExactly(true, true);
        assertThat(got.asString()).doesNotContain("canary").doesNotContain("sealed");
        assertThat(shops.column("SELECT models FROM tenant WHERE id = ?", shop.id().value()).getFirst())
                .contains("sealed_key").doesNotContain("canary");
    }

    @Test
    void whatWasShown_canBeSentBackAndKeepsItsKey() {
        putLane("");
        String before = sealed();

        Response back = put(get().asString());

        assertThat(back.statusCode()).as(back.asString()).isEqualTo(200);
        assertThat(sealed()).isEqualTo(before).contains("sealed_key");
    }

    @Test
    void storedKey_isNotSentToAnotherServer() {
        putLane("");

        Response moved = putLane("key=;kind=openai;base_url=https://evil.example/v1");

        assertProblem(moved, 400, "key_missing");
        assertThat(sealed()).contains(model.baseUrl().toString());
    }

    private String sealed() {
        return shops.column("SELECT models FROM tenant WHERE id = ?", shop.id().value()).getFirst();
    }

    @ParameterizedTest
    @CsvSource({"'name=', bad_lane", "'kind=claude', bad_lane", "'base_url=nonsense', bad_lane", "'model=', bad_lane",
            "'kind=openai;key=', key_missing", "'deployment=x', bad_lane", "'window=12', bad_lane"})
    void wrongShape_isRefusedByItsField(String more, String code) {
        String detail = assertProblem(putLane(more), 400, code);

        assertThat(detail).contains("`");
        assertThat(get().<List<?>>path("lanes")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"lanes\":null}", "{\"lanes\":[null]}", "{\"lanes\":[{\"colour\":1}]}",
            "{\"lanes\":\"x\"}", "[]", ""})
    void bodyThatIsNoList_isRefused(String body) {
        assertThat(put(body).statusCode()).isEqualTo(400);
    }

    @Test
    void sameNameTwice_isRefused() {
        assertProblem(put(Map.of("lanes", List.of(lane("a", ""), lane("a", "")))), 400, "bad_lane");
    }

    @Test
    void deadPin_cannotBeSaved_andTheRefusalNamesWhatThereIs() {
        model.models(ScriptedModel.list("gpt-4o-mini", "gpt-4.1-mini"));

        String detail = assertProblem(putLane("model=gpt-3.5-turbo-0301"), 422, "model_gone");

        assertThat(detail).contains("gpt-3.5-turbo-0301", "gpt-4o-mini, gpt-4.1-mini");
        assertThat(get().<List<?>>path("lanes")).isEmpty();
    }

    @Test
    void modelPastItsEnd_cannotBeSaved() {
        model.models(Reply.raw(200, "application/json",
                "{\"data\":[{\"id\":\"gpt-3.5-turbo\",\"shutdown_date\":\"2026-10-23\"}]}"));

        assertThat(assertProblem(putLane(""), 422, "model_gone")).contains("ended on 2026-10-23");
    }

    @Test
    void refusedKey_cannotBeSaved() {
        model.models(Reply.error(401, "invalid_api_key", null));

        assertThat(assertProblem(putLane(""), 422, "key_refused")).doesNotContain("canary");
    }

    @Test
    void serverWithoutAList_isTakenAtItsWord() {
        model.models(Reply.error(404, "unknown_url", null));

        assertThat(putLane("").statusCode()).isEqualTo(200);
    }

    @Test
    void modelWithoutAPrice_isRefusedWithTheSettingThatGivesItOne() {
        assertThat(assertProblem(putLane("model=llama3"), 422, "no_price")).contains("PARLEY_SPEND_PRICES_OWN");
    }

    @Test
    void laneBeyondTheBorder_isRefused() {
        assertProblem(put(Map.of("lanes", List.of(lane("a", "region=us")), "stay_in", "eu")), 422, "outside_region");
        assertProblem(put(Map.of("lanes", List.of(lane("a", "")), "stay_in", "eu")), 422, "outside_region");
    }

    @Test
    void keyWithoutTheScope_seesAndChangesNothing() {
        shop = shops.open("conversations faq visitors usage webhooks");

        assertProblem(get(), 403, "scope_missing");
        assertProblem(putLane(""), 403, "scope_missing");
        assertProblem(given().get("/v1/lanes"), 401, "unauthenticated");
    }

    @Test
    void anotherShop_seesNothingOfIt() {
        putLane("");
        shop = shops.open("admin");

        assertThat(get().<List<?>>path("lanes")).isEmpty();
    }

    @Test
    void lane_isAskedForByTheOperatorsDoctor() {
        assertThat(putLane("").statusCode()).isEqualTo(200);
        model.models(ScriptedModel.list("another"));

        Response report = given().header("Authorization", "Bearer " + PostgresResource.OPERATOR_KEY)
                .get("/v1/operator/doctor");

        assertThat(report.<List<String>>path("findings.findAll { it.status == 'warning' }.found"))
                .anySatisfy(found -> assertThat(found).startsWith("The server has no model gpt-3.5-turbo at ")
                        .endsWith(", of the shop " + shop.slug() + "."));
        assertThat(report.asString()).doesNotContain("canary");
    }
}
