package dev.parley.console;

import static dev.parley.testsupport.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import dev.parley.testsupport.ConsoleUser;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.RestOperation;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** When two people change the same settings at once, the second gets a conflict. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ConcurrentChangesTest {
    /** Settings and two different changes. */
    record Settings(String path, Map<String, ?> first, Map<String, ?> second) {
        @Override
        public String toString() {
            return path;
        }
    }

    static final List<Settings> ALL = List.of(
            new Settings("/v1/console/settings/voice", Map.of("max_seconds", 60), Map.of("max_seconds", 90)),
            new Settings("/v1/console/settings/handoff", handoff(3), handoff(4)),
            new Settings("/v1/console/settings/widget", widget("Ada"), widget("Ben")),
            new Settings("/v1/console/settings/sentences", sentences("Hello!"), sentences("Hi!")),
            new Settings("/v1/console/budget", Map.of("day", "5"), Map.of("day", "6")),
            new Settings("/v1/lanes", Map.of("lanes", List.of(), "stay_in", "eu"), Map.of("lanes", List.of())),
            new Settings("/v1/identity", Map.of("mode", "off", "audience", "a"), Map.of("mode", "off")));

    @Inject
    Shops shops;
    private ConsoleUser ada;
    private ConsoleUser ben;

    private static Map<String, ?> handoff(int capacity) {
        return Map.of("assign", false, "capacity", capacity, "patience_seconds", 60, "when_nobody", "wait", "hours",
                Map.of("zone", "UTC", "shifts", List.of(), "holidays", List.of()));
    }

    private static Map<String, ?> widget(String bot) {
        return Map.of("shop", "Shop", "bot_name", bot, "greeting", "Hello!", "starters", List.of(), "accent", "#112233",
                "locale", "en", "assistant_notice", "A bot.", "handoff_hint", "Ask.", "allowed_origins", List.of());
    }

    private static Map<String, ?> sentences(String greeting) {
        return Map.of("sentences", Map.of("en", Map.of("greeting", greeting)));
    }

    @BeforeEach
    void openShop() {
        Shop shop = shops.open();
        ada = shops.agent(shop, "administrator");
        ben = shops.agent(shop, "administrator");
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void secondOfTwoChanges_isRefused(Settings settings) {
        String seen = ada.asks().get(settings.path()).header("ETag");

        Response first = ada.asks().header("If-Match", seen).body(settings.first()).put(settings.path());
        Response second = ben.asks().header("If-Match", seen).body(settings.second()).put(settings.path());

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
        assertProblem(second, 412, "changed_meanwhile");
        Response now = ben.asks().get(settings.path());
        assertThat(now.asString()).isEqualTo(first.asString());
        assertThat(now.header("ETag")).isEqualTo(first.header("ETag")).isNotEqualTo(seen);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void changeOfTheCurrentVersion_isAccepted(Settings settings) {
        String written = ada.asks().body(settings.first()).put(settings.path()).header("ETag");

        Response next = ben.asks().header("If-Match", written).body(settings.second()).put(settings.path());

        assertThat(next.statusCode()).as(next.asString()).isEqualTo(200);
    }

    /** Items of lists have their tag with them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "canned-answers|{\"shortcut\":\"hi\",\"text\":\"Hi\"}|{\"shortcut\":\"hi\",\"text\":\"Ho\"}",
            "views|{\"name\":\"Mine\",\"view\":\"all\",\"shared\":true}|{\"name\":\"Ours\",\"view\":\"all\"}"})
    void secondOfTwoChangesOfAnItem_isRefused(String list, String made, String changed) {
        Response seen = ada.asks().body(made).post("/v1/console/" + list);
        String path = "/v1/console/" + list + "/" + seen.path("id");

        Response first = ada.asks().header("If-Match", tag(seen)).body(changed).put(path);
        Response second = ben.asks().header("If-Match", tag(seen)).body(made).put(path);
        Response third = ben.asks().header("If-Match", tag(first)).body(made).put(path);

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
        assertProblem(second, 412, "changed_meanwhile");
        assertThat(third.statusCode()).as(third.asString()).isEqualTo(200);
        assertThat(tag(third)).isEqualTo(tag(seen)).isNotEqualTo(tag(first));
    }

    @Test
    void secondOfTwoColorsOfALabel_isRefused() {
        String path = "/v1/console/labels/refund";
        Response seen = ada.asks().body(Map.of("color", "#112233")).put(path);

        Response first = ada.asks().header("If-Match", tag(seen)).body(Map.of("color", "#445566")).put(path);
        Response second = ben.asks().header("If-Match", tag(seen)).body(Map.of("color", "#778899")).put(path);

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
        assertProblem(second, 412, "changed_meanwhile");
        assertThat(ben.asks().get("/v1/console/labels").<String>path("items[0].color")).isEqualTo("#445566");
        assertProblem(ben.asks().header("If-Match", tag(seen)).body(Map.of("color", "#778899"))
                .put("/v1/console/labels/nobody"), 412, "changed_meanwhile");
    }

    private static String tag(Response answer) {
        return answer.path("etag");
    }

    /** Every PUT of a setting of the whole shop; objects have tests of their own. */
    @Test
    void everySettingOfAShop_isTested() {
        List<String> own = RestOperation.in("dev.parley").stream()
                .filter(operation -> operation.method().equals("PUT") && !operation.path().contains("{"))
                .filter(operation -> operation.needed().contains("administrator"))
                .map(RestOperation::path).toList();

        assertThat(ALL.stream().map(Settings::path)).containsExactlyInAnyOrderElementsOf(own);
    }
}
