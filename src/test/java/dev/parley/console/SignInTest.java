package dev.parley.console;

import static dev.parley.testsupport.Problems.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import dev.parley.testsupport.ConsoleUser;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SignInTest {
    private static final String SESSION = "/v1/console/session";

    @Inject
    Shops shops;
    private Shop shop;
    private ConsoleUser agent;

    @BeforeEach
    void openShop() {
        shops.sql("DELETE FROM sign_in_attempt");
        shop = shops.open();
        agent = shops.agent(shop, "agent");
    }

    @Test
    void rightPassword_opensASessionInAGuardedCookie() {
        Response opened = ConsoleUser.signIn(agent.email().toUpperCase(java.util.Locale.ROOT), ConsoleUser.PASSWORD);

        assertThat(opened.statusCode()).as(opened.asString()).isEqualTo(201);
        String cookie = opened.headers().getValues("Set-Cookie").stream()
                .filter(each -> each.startsWith("parley_agent")).findFirst().orElseThrow();
        assertThat(cookie.replaceFirst("=[^;]+", "=…")).contains("parley_agent=…", "HttpOnly",
                "SameSite=Strict", "Path=/").doesNotContain("Secure");
        assertThat(opened.<String>path("agent.id")).isEqualTo(agent.id().toString());
        assertThat(opened.asString()).doesNotContain("hash");
        Response again = given().cookie("parley_agent", opened.cookie("parley_agent")).get(SESSION);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.<String>path("tenant")).isEqualTo(shop.slug());
    }

    @Test
    void wrongPasswordAndUnknownMail_areRefusedInTheSameWords() {
        Response wrong = ConsoleUser.signIn(agent.email(), "something else entirely");
        Response unknown = ConsoleUser.signIn("nobody@shop.example", "something else entirely");

        assertThat(assertProblem(wrong, 401, "sign_in_failed"))
                .isEqualTo(assertProblem(unknown, 401, "sign_in_failed"));
        assertThat(wrong.headers().hasHeaderWithName("Set-Cookie")).isFalse();
    }

    @Test
    void disabledOrMerelyInvitedAgent_isRefusedAsOneWhoIsUnknown() {
        shops.sql("UPDATE agent SET disabled_at = now() WHERE id = ?", agent.id());
        ConsoleUser invited = shops.agent(shop, "agent");
        shops.sql("UPDATE agent SET password_hash = NULL WHERE id = ?", invited.id());

        assertProblem(ConsoleUser.signIn(agent.email(), ConsoleUser.PASSWORD), 401, "sign_in_failed");
        assertProblem(ConsoleUser.signIn(invited.email(), ConsoleUser.PASSWORD), 401, "sign_in_failed");
        assertProblem(agent.asks().get(SESSION), 401, "unauthenticated");
    }

    @Test
    void mailThatTwoShopsHave_needsTheShopsName() {
        Shop other = shops.open();
        ConsoleUser twin = shops.agent(other, "agent");
        shops.sql("UPDATE agent SET email = ? WHERE id = ?", agent.email(), twin.id());

        assertProblem(ConsoleUser.signIn(agent.email(), ConsoleUser.PASSWORD), 401, "sign_in_failed");
        Response named = ConsoleUser.page().body(
                Map.of("email", agent.email(), "password", ConsoleUser.PASSWORD, "tenant", other.slug())).post(SESSION);
        assertThat(named.<String>path("agent.id")).isEqualTo(twin.id().toString());
    }

    @Test
    void hundredGuessesAtOnce_checkAHandful() {
        List<Integer> statuses = IntStream.range(0, 100).parallel()
                .mapToObj(i -> ConsoleUser.signIn(agent.email(), "guess number " + i).statusCode()).toList();

        assertThat(statuses).filteredOn(status -> status == 401).hasSizeBetween(1, 5);
        assertThat(statuses).filteredOn(status -> status != 401).containsOnly(429);
        Response held = ConsoleUser.signIn(agent.email(), ConsoleUser.PASSWORD);
        assertProblem(held, 429, "too_many_attempts");
        assertThat(Integer.parseInt(held.header("Retry-After"))).isBetween(1, 900);
    }

    @Test
    void waitThatIsOver_letsTheRightPasswordIn() {
        IntStream.range(0, 6).forEach(i -> ConsoleUser.signIn(agent.email(), "guess number " + i));
        shops.sql("UPDATE sign_in_attempt SET blocked_until = now() - INTERVAL '1 second'");

        assertThat(ConsoleUser.signIn(agent.email(), ConsoleUser.PASSWORD).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://localhost:1", "http://localhost.evil.example"})
    void pageFromElsewhere_opensAndChangesNothing(String origin) {
        Response signIn = given().header("Origin", origin).header("X-Parley-Console", "1").contentType(ContentType.JSON)
                .body(Map.of("email", agent.email(), "password", ConsoleUser.PASSWORD)).post(SESSION);
        Response signOut = given().header("Origin", origin).header("X-Parley-Console", "1")
                .cookie("parley_agent", agent.cookie()).delete(SESSION);

        assertProblem(signIn, 403, "not_from_the_console");
        assertProblem(signOut, 403, "not_from_the_console");
        assertThat(agent.asks().get(SESSION).statusCode()).isEqualTo(200);
    }

    @Test
    void changeWithoutTheConsolesHeader_isRefused() {
        Response refused = given().header("Origin", ConsoleUser.origin()).cookie("parley_agent", agent.cookie())
                .delete(SESSION);

        assertProblem(refused, 403, "not_from_the_console");
    }

    @Test
    void signingOut_endsTheSessionAtOnce() {
        assertThat(agent.asks().delete(SESSION).statusCode()).isEqualTo(204);

        assertProblem(agent.asks().get(SESSION), 401, "unauthenticated");
    }

    @Test
    void oldOrIdleSession_isRefused() {
        shops.sql("UPDATE agent_session SET last_seen_at = now() - INTERVAL '13 hours' WHERE agent_id = ?", agent.id());

        assertProblem(agent.asks().get(SESSION), 401, "unauthenticated");
    }

    @Test
    void apiKey_opensNoConsoleAndCookieNoRestForShops() {
        Response key = given().header("Authorization", "Bearer " + shop.apiKey()).get(SESSION);
        Response cookie = agent.asks().get("/v1/conversations");

        assertProblem(key, 403, "role_missing");
        assertProblem(cookie, 403, "scope_missing");
    }

    @Test
    void anotherPassword_closesTheOtherSessionsAndIsTheOnlyOneThatHolds() {
        String elsewhere = shops.session(shop, agent.id());

        Response changed = agent.asks().body(Map.of("current", ConsoleUser.PASSWORD, "password", "a fresh pass phrase"))
                .put("/v1/console/password");

        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(204);
        assertThat(agent.asks().get(SESSION).statusCode()).isEqualTo(200);
        assertProblem(given().cookie("parley_agent", elsewhere).get(SESSION), 401, "unauthenticated");
        assertProblem(ConsoleUser.signIn(agent.email(), ConsoleUser.PASSWORD), 401, "sign_in_failed");
        assertThat(ConsoleUser.signIn(agent.email(), "a fresh pass phrase").statusCode()).isEqualTo(201);
    }

    @Test
    void wrongCurrentPasswordOrAShortNewOne_changesNothing() {
        assertProblem(agent.asks().body(Map.of("current", "wrong", "password", "a fresh pass phrase"))
                .put("/v1/console/password"), 400, "wrong_password");
        assertProblem(agent.asks().body(Map.of("current", ConsoleUser.PASSWORD, "password", "short"))
                .put("/v1/console/password"), 400, "bad_password");
    }

    @Test
    void guessesAtTheCurrentPassword_areHeldBack() {
        ConsoleUser agent = shops.agent(shop, "agent");
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(agent.asks().body(Map.of("current", "guess number " + i, "password", "a new long password"))
                    .put("/v1/console/password").statusCode());
        }

        assertThat(answers).startsWith(400, 400, 400, 400, 400).endsWith(429);
    }

    @Test
    void sessions_areListedAndClosedByTheirOwnerAlone() {
        shops.session(shop, agent.id());
        List<String> ids = agent.asks().get("/v1/console/sessions").path("items.id");
        ConsoleUser colleague = shops.agent(shop, "agent");

        assertThat(ids).hasSize(2);
        assertProblem(colleague.asks().delete("/v1/console/sessions/" + ids.getFirst()), 404, "not_found");
        assertProblem(agent.asks().delete("/v1/console/sessions/" + UUID.randomUUID()), 404, "not_found");
        assertThat(agent.asks().delete("/v1/console/sessions/" + ids.getFirst()).statusCode()).isEqualTo(204);
        assertThat(shops.column("SELECT id FROM agent_session WHERE revoked_at IS NULL AND agent_id = ?", agent.id()))
                .hasSize(1);
    }
}
