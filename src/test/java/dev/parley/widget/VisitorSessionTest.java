package dev.parley.widget;

import static dev.parley.testsupport.Problems.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Guest;
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
class VisitorSessionTest {
    private static final String PATH = "/v1/visitor/sessions";

    @Inject
    Shops shops;
    private Shop shop;

    @BeforeEach
    void openShop() {
        shop = shops.open();
    }

    @Test
    void newVisitor_getsATokenAndWhatTheWidgetMustKnow() {
        Response session = post(Map.of("tenant", shop.slug()), Shops.ORIGIN);

        session.then().statusCode(201)
                .header("Access-Control-Allow-Origin", Shops.ORIGIN)
                .header("Vary", "Origin")
                .body("token", notNullValue())
                .body("visitor", notNullValue())
                .body("expires_at", notNullValue())
                .body("conversation", nullValue())
                .body("settings", equalTo(Map.of("shop", "Sample shop", "bot_name", "Robin", "greeting", "Hello!",
                        "starters", List.of("How?"), "accent", "#112233", "locale", "en", "assistant_notice",
                        "You are talking to an AI assistant.", "mode", "model", "max_message_chars", 10_000)));
    }

    @ParameterizedTest
    @CsvSource({"de, Hallo! Womit kann ich helfen?", "ja-JP, こんにちは。どのようなご用件でしょうか。", "zh-Hant, 您好！请问有什么可以帮您？"})
    void visitorWithAnotherLanguageThanTheShops_isGreetedInIt(String locale, String greeting) {
        Response session = post(Map.of("tenant", shop.slug(), "locale", locale), Shops.ORIGIN);

        session.then().statusCode(201)
                .body("settings.greeting", equalTo(greeting))
                .body("settings.starters", equalTo(List.of()))
                .body("settings.assistant_notice", equalTo(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "fi", "nonsense"})
    void visitorWithTheShopsLanguageOrOneThatNobodySpeaks_getsTheShopsWords(String locale) {
        Response session = post(Map.of("tenant", shop.slug(), "locale", locale), Shops.ORIGIN);

        session.then().body("settings.greeting", equalTo("Hello!"))
                .body("settings.starters", equalTo(List.of("How?")));
    }

    @Test
    void returningVisitor_isTheSameAndFindsTheConversation() {
        Guest guest = shops.visitor(shop);
        String conversation = shops.conversation(shop, guest).id().toString();

        Response session = post(Map.of("tenant", shop.slug(), "token", guest.token()), Shops.ORIGIN);

        session.then().statusCode(201)
                .body("visitor", equalTo(guest.visitor().id().toString()))
                .body("conversation", equalTo(conversation));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "eyJhbGciOiJub25lIn0.e30."})
    void uselessToken_makesANewVisitor(String token) {
        post(Map.of("tenant", shop.slug(), "token", token), Shops.ORIGIN).then().statusCode(201)
                .body("visitor", notNullValue()).body("conversation", nullValue());
    }

    @Test
    void tokenOfAnotherShop_makesANewVisitor() {
        Shop other = shops.open();
        Guest guest = shops.visitor(other);
        shops.conversation(other, guest);

        post(Map.of("tenant", shop.slug(), "token", guest.token()), Shops.ORIGIN).then().statusCode(201)
                .body("visitor", not(equalTo(guest.visitor().id().toString())))
                .body("conversation", nullValue());
    }

    @Test
    void tokenOfAPurgedVisitor_makesANewVisitor() {
        Guest guest = shops.visitor(shop);
        shops.sql("DELETE FROM visitor WHERE id = ?", guest.visitor().id());

        post(Map.of("tenant", shop.slug(), "token", guest.token()), Shops.ORIGIN).then().statusCode(201)
                .body("visitor", not(equalTo(guest.visitor().id().toString())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://attacker.example", "null", "http://localhost:8080"})
    void pageOfAForeignOrigin_isRefused(String origin) {
        Response refused = post(Map.of("tenant", shop.slug()), origin);

        assertProblem(refused, 403, "origin_not_allowed");
        assertThat(refused.header("Access-Control-Allow-Origin")).isNull();
    }

    @Test
    void requestThatIsNoPages_needsNoOrigin() {
        given().contentType(ContentType.JSON).body(Map.of("tenant", shop.slug())).post(PATH).then().statusCode(201);
    }

    @Test
    void shopThatIsNot_isNotFound() {
        assertProblem(post(Map.of("tenant", "nowhere"), Shops.ORIGIN), 404, "not_found");
        assertProblem(post(Map.of("tenant", "demo\0"), Shops.ORIGIN), 400, "bad_character");
    }

    @Test
    void requestWithoutAShop_isToldWhatIsMissing() {
        assertProblem(post(Map.of(), Shops.ORIGIN), 400, "tenant_missing");
        assertProblem(post(Map.of("tenant", " "), Shops.ORIGIN), 400, "tenant_missing");
        assertProblem(given().contentType(ContentType.JSON).post(PATH), 400, "tenant_missing");
    }

    @Test
    void identityThatCannotBeChecked_isRefusedRatherThanIgnored() {
        assertProblem(post(Map.of("tenant", shop.slug(), "user_id", "7", "user_hash", "x"), Shops.ORIGIN), 400,
                "identity_not_configured");
    }

    @Test
    void unknownField_isNamed() {
        assertThat(assertProblem(post(Map.of("tenant", shop.slug(), "colour", "red"), Shops.ORIGIN), 400, "bad_json"))
                .startsWith("Unknown field 'colour'; known: locale, tenant, token, ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "7", "\"demo\"", "{\"tenant\":{}}", "{\"tenant\":[\"demo\"]}",
            "{\"tenant\":\"x\"",
            "\u0000"})
    void bodyOfAnotherShape_isRefused(String body) {
        assertProblem(given().contentType(ContentType.JSON).body(body).post(PATH), 400, "bad_json");
    }

    @Test
    void otherMediaTypesAndMethods_areRefused() {
        assertProblem(given().contentType(ContentType.TEXT).body("demo").post(PATH), 415, "unsupported_media_type");
        assertProblem(given().get(PATH), 405, "method_not_allowed");
        assertProblem(given().accept("image/png").contentType(ContentType.JSON).body(Map.of("tenant", shop.slug()))
                .post(PATH), 406, "not_acceptable");
    }

    @Test
    void preflightOfAShopsPage_isAllowed() {
        given().header("Origin", Shops.ORIGIN).header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type").options(PATH)
                .then().statusCode(204)
                .header("Access-Control-Allow-Origin", Shops.ORIGIN)
                .header("Access-Control-Allow-Methods", "POST")
                .header("Access-Control-Allow-Headers", "content-type")
                .header("Vary", "Origin");
    }

    @Test
    void preflightOfAForeignPage_isNot() {
        given().header("Origin", "https://attacker.example").header("Access-Control-Request-Method", "POST")
                .options(PATH)
                .then().statusCode(204).header("Access-Control-Allow-Origin", nullValue());
    }

    private static Response post(Map<String, String> body, String origin) {
        return given().contentType(ContentType.JSON).header("Origin", origin).body(body).post(PATH);
    }
}
