package dev.parley.console;

import static dev.parley.testsupport.Problems.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import dev.parley.testsupport.ConsoleUser;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class WidgetSettingsTest {
    private static final String PATH = "/v1/console/settings/widget";

    @Inject
    Shops shops;
    private Shop shop;
    private ConsoleUser administrator;
    private Map<String, @Nullable Object> request = new HashMap<>();

    @BeforeEach
    void openShop() {
        shop = shops.open();
        administrator = shops.agent(shop, "administrator");
        request = new HashMap<>(administrator.asks().get(PATH).jsonPath().<String, Object>getMap("$"));
    }

    private Response set(String field, @Nullable Object value) {
        request.put(field, value);
        return administrator.asks().body(request).put(PATH);
    }

    private Response visitor(String origin) {
        return given().contentType(ContentType.JSON).header("Origin", origin).body(Map.of("tenant", shop.slug()))
                .post("/v1/visitor/sessions");
    }

    @Test
    void whatIsSet_reachesTheNextVisitorAtOnce() {
        String before = visitor(Shops.ORIGIN).path("settings.bot_name");
        request.putAll(Map.of("shop", "Oak & Ash", "bot_name", "Fern", "greeting", "I <3 shoes.\nAnd you?", "starters",
                List.of("Where is my order?"), "accent", "#ABCDEF", "locale", "de", "tone", "Short.", "retention_hours",
                48));

        Response set = set("allowed_origins", List.of("https://Shop.example:443/", "https://bücher.example:8443",
                "https://straße.example", "https://my_shop.example", "http://例え.jp"));

        assertThat(before).isEqualTo("Robin");
        assertThat(set.statusCode()).as(set.asString()).isEqualTo(200);
        assertThat(set.<List<String>>path("allowed_origins")).containsExactly("https://shop.example",
                "https://xn--bcher-kva.example:8443", "https://xn--strae-oqa.example", "https://my_shop.example",
                "http://xn--r8jz45g.jp");
        Response visit = visitor("https://xn--bcher-kva.example:8443");
        assertThat(visit.<Map<String, Object>>path("settings")).containsEntry("shop", "Oak & Ash")
                .containsEntry("bot_name", "Fern").containsEntry("greeting", "I <3 shoes.\nAnd you?")
                .containsEntry("starters", List.of("Where is my order?")).containsEntry("accent", "#abcdef")
                .containsEntry("locale", "de");
        assertThat(shops.column("SELECT retention_hours FROM tenant WHERE id = ?", shop.id().value()))
                .containsExactly("48");
    }

    @Test
    void change_bySomebodyElsesReplica_isThereForTheNextVisitor() {
        visitor(Shops.ORIGIN);
        shops.sql("UPDATE tenant SET name = 'Renamed' WHERE id = ?", shop.id().value());

        assertThat(visitor(Shops.ORIGIN).<String>path("settings.shop")).isEqualTo("Renamed");
    }

    @Test
    void budget_isLeftAsItIs() {
        administrator.asks().body(Map.of("day", "2.5")).put("/v1/console/budget");

        set("bot_name", "Fern");

        assertThat(administrator.asks().get("/v1/console/budget").<String>path("own.day")).isEqualTo("2.5");
    }

    @Test
    void pageThatIsNoLongerAllowed_getsNoVisitorIn() {
        set("allowed_origins", List.of());

        assertProblem(visitor(Shops.ORIGIN), 403, "origin_not_allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"</style><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\u202Edlrow",
            "a\u0000b",
            "x;}body{background:url(https://evil.example)}</style>"})
    void hostileText_isRefusedInEveryField(String hostile) {
        for (String field : List.of("shop", "bot_name", "greeting", "accent", "locale", "assistant_notice",
                "handoff_hint", "tone")) {
            refused(field, hostile);
        }
        refused("starters", List.of(hostile));
        refused("allowed_origins", List.of(hostile));
    }

    private void refused(String field, Object value) {
        Object former = request.get(field);
        assertProblem(set(field, value), 400, "bad_" + field);
        request.put(field, former);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "null", "https://*.example", "https://shop.example/path", "ftp://shop.example",
            "shop.example",
            "https://user@shop.example", "https://shop.example:0", "https://shop.example:99999",
            "https://shop.example:*",
            "https://", "https://-.example", "javascript:alert(1)"})
    void whatIsNoOrigin_isRefused(String origin) {
        assertProblem(set("allowed_origins", List.of(origin)), 400, "bad_allowed_origins");
    }

    @Test
    void loopbackOrigins_mayLeaveThePortOpen() {
        List<String> loopback = List.of("http://localhost:*", "http://127.0.0.1:*", "http://[::1]:*");

        assertThat(set("allowed_origins", loopback).<List<String>>path("allowed_origins")).isEqualTo(loopback);
    }

    @Test
    void whatCannotBeMeant_isRefusedByName() {
        refused("retention_hours", -1);
        refused("starters", Collections.nCopies(7, "Why?"));
        refused("greeting", "x".repeat(1_001));
        refused("accent", "red");
        assertProblem(set("bot_name", null), 400, "field_missing");
    }

    @Test
    void sentencesInTheShopsWords_areKeptAndReadBack() {
        Map<String, Map<String, String>> own = Map.of("de", Map.of("greeting", "Moin!", "joined", "{agent} ist da."));

        Response set = set("sentences", own);

        assertThat(set.<Map<String, Map<String, String>>>path("sentences")).isEqualTo(own);
        assertThat(administrator.asks().get(PATH).<Map<String, Map<String, String>>>path("sentences")).isEqualTo(own);
        assertThat(set("sentences", null).<Map<String, Object>>path("sentences")).isEqualTo(own);
        assertThat(set("sentences", Map.of()).<Map<String, Object>>path("sentences")).isEmpty();
    }

    @Test
    void shopStoredBeforeThereWereSentences_hasNoneOfItsOwn() {
        shops.sql("UPDATE tenant SET settings = CAST(CAST(settings AS jsonb) - 'sentences' AS text) WHERE id = ?",
                shop.id().value());

        assertThat(administrator.asks().get(PATH).<Map<String, Object>>path("sentences")).isEmpty();
    }

    @Test
    void sentencesThatCannotBeMeant_areRefused() {
        refused("sentences", Map.of("xx", Map.of("greeting", "Hi!")));
        refused("sentences", Map.of("de", Map.of("gruss", "Moin!")));
        refused("sentences", Map.of("de", Map.of("greeting", "x".repeat(501))));
        refused("sentences", Map.of("de", Map.of("greeting", "<script>alert(1)</script>")));
        refused("sentences", Map.of("de", Map.of("joined", "Jemand ist da.")));
    }

    @Test
    void retention_leftOut_isTheOperators() {
        set("retention_hours", 0);
        Response back = set("retention_hours", null);

        assertThat(back.<Object>path("retention_hours")).isNull();
        assertThat(back.<Integer>path("default_retention_hours")).isEqualTo(720);
    }
}
