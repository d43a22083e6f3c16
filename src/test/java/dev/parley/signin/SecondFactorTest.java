package dev.parley.signin;

import static dev.parley.testsupport.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import dev.parley.testsupport.ConsoleUser;
import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class SecondFactorTest {
    private static final String FACTOR = "/v1/console/second-factor";

    @Inject
    Shops shops;
    @Inject
    Clock clock;
    private Shop shop;
    private ConsoleUser agent;

    @BeforeEach
    void openShop() {
        shops.sql("DELETE FROM sign_in_attempt");
        shop = shops.open();
        agent = shops.agent(shop, "agent");
    }

    private String begin() {
        return agent.asks().body(Map.of("password", ConsoleUser.PASSWORD)).post(FACTOR).path("secret");
    }

    /** Returns the recovery codes. */
    private List<String> turnOn(String secret) {
        return agent.asks().body(Map.of("code", codeNow(secret))).post(FACTOR + "/confirm").path("recovery_codes");
    }

    private String codeNow(String secret) {
        return Totp.code(secret, clock.instant().getEpochSecond() / 30);
    }

    /** Simulates half a minute since the last code. */
    private void letTimePass() {
        shops.sql("UPDATE second_factor SET last_step = 0 WHERE agent_id = ?", agent.id());
    }

    private Response signIn(@Nullable String code) {
        Map<String, String> typed = new HashMap<>(Map.of("email", agent.email(), "password", ConsoleUser.PASSWORD));
        if (code != null) {
            typed.put("code", code);
        }
        return ConsoleUser.page().body(typed).post("/v1/console/session");
    }

    @Test
    void secret_isToldOnceAndKeptSealed() {
        Response begun = agent.asks().body(Map.of("password", ConsoleUser.PASSWORD)).post(FACTOR);

        assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(201);
        String secret = begun.path("secret");
        assertThat(begun.<String>path("uri")).startsWith("otpauth://totp/Sample%20shop:").contains("secret=" + secret);
        assertThat(begun.header("Cache-Control")).isEqualTo("no-store");
        assertThat(shops.column("SELECT sealed_secret FROM second_factor WHERE agent_id = ?", agent.id()).getFirst())
                .doesNotContain(secret);
        assertProblem(agent.asks().body(Map.of("password", "another one")).post(FACTOR), 400, "wrong_password");
    }

    @Test
    void factor_thatIsNotConfirmed_isNotAskedFor() {
        begin();

        assertThat(signIn(null).statusCode()).isEqualTo(201);
        assertThat(agent.asks().get(FACTOR).<Boolean>path("enabled")).isFalse();
        assertProblem(agent.asks().body(Map.of("code", "000000")).post(FACTOR + "/confirm"), 400, "wrong_code");
    }

    @Test
    void signIn_needsTheCodeOnceItIsOn() {
        String secret = begin();
        List<String> recovery = turnOn(secret);
        letTimePass();

        Response without = signIn(null);
        Response wrong = signIn("000000".equals(codeNow(secret)) ? "000001" : "000000");
        Response right = signIn(codeNow(secret));

        assertThat(recovery).hasSize(10);
        assertProblem(without, 401, "second_factor_needed");
        assertProblem(wrong, 401, "second_factor_wrong");
        assertThat(without.headers().hasHeaderWithName("Set-Cookie")).isFalse();
        assertThat(right.statusCode()).as(right.asString()).isEqualTo(201);
        assertThat(agent.asks().get(FACTOR).<Boolean>path("enabled")).isTrue();
    }

    @Test
    void wrongPassword_tellsNothingOfTheFactor() {
        turnOn(begin());

        assertProblem(ConsoleUser.signIn(agent.email(), "something else entirely"), 401, "sign_in_failed");
    }

    @Test
    void code_worksOnce() {
        String secret = begin();
        turnOn(secret);
        letTimePass();
        long step = clock.instant().getEpochSecond() / 30;

        assertThat(signIn(Totp.code(secret, step)).statusCode()).isEqualTo(201);
        assertProblem(signIn(Totp.code(secret, step)), 401, "second_factor_wrong");
        assertProblem(signIn(Totp.code(secret, step - 1)), 401, "second_factor_wrong");
    }

    @Test
    void recoveryCode_worksOnceAndIsStoredAsAHash() {
        List<String> codes = turnOn(begin());

        Response first = signIn(codes.getFirst().toUpperCase(java.util.Locale.ROOT).replace("-", " "));
        Response again = signIn(codes.getFirst());

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
        assertProblem(again, 401, "second_factor_wrong");
        assertThat(agent.asks().get(FACTOR).<Integer>path("recovery_codes_left")).isEqualTo(9);
        assertThat(shops.column("SELECT DISTINCT length(code_hash) FROM recovery_code WHERE agent_id = ?", agent.id()))
                .containsExactly("32");
    }

    @Test
    void newRecoveryCodes_voidTheOldOnes() {
        List<String> old = turnOn(begin());

        Response renewed = agent.asks().body(Map.of("code", old.get(0))).post(FACTOR + "/recovery-codes");

        assertThat(renewed.<List<String>>path("recovery_codes")).hasSize(10);
        assertProblem(signIn(old.get(1)), 401, "second_factor_wrong");
        assertThat(signIn(renewed.path("recovery_codes[0]")).statusCode()).isEqualTo(201);
    }

    @Test
    void guesses_areHeldBackLikeThoseAtPasswords() {
        String secret = begin();
        turnOn(secret);
        letTimePass();

        for (int i = 0; i < Attempts.FREE_FOR_AN_ACCOUNT; i++) {
            // The password alone does not reset the failed attempts.
            signIn(i % 2 == 0 ? null : "abc");
        }

        Response held = signIn(codeNow(secret));
        assertProblem(held, 429, "too_many_attempts");
        assertThat(held.header("Retry-After")).isNotNull();
    }

    @Test
    void factor_isRemovedByWhoHasBothPasswordAndCode() {
        List<String> codes = turnOn(begin());
        Map<String, String> both = Map.of("password", ConsoleUser.PASSWORD, "code", codes.getFirst());

        assertProblem(agent.asks().body(Map.of("password", "another one", "code", codes.getFirst()))
                .post(FACTOR + "/remove"), 400, "wrong_password");
        assertProblem(agent.asks().body(Map.of("password", ConsoleUser.PASSWORD)).post(FACTOR), 409,
                "second_factor_on");
        assertThat(agent.asks().body(both).post(FACTOR + "/remove").statusCode()).isEqualTo(204);
        assertThat(signIn(null).statusCode()).isEqualTo(201);
    }

    @Test
    void administrator_resetsAColleaguesFactorAndIsNamedForIt() {
        turnOn(begin());
        ConsoleUser administrator = shops.agent(shop, "administrator");
        String path = "/v1/console/agents/" + agent.id() + "/second-factor";

        boolean before = administrator.asks().get(path).path("enabled");
        int reset = administrator.asks().delete(path).statusCode();

        assertThat(before).isTrue();
        assertThat(reset).isEqualTo(204);
        assertThat(signIn(null).statusCode()).isEqualTo(201);
        Response log = administrator.asks().get("/v1/console/audit");
        assertThat(log.<List<String>>path("items.action")).containsExactly("agent.reset_second_factor",
                "second_factor.on");
        assertThat(log.<String>path("items[0].target")).isEqualTo(agent.id().toString());
    }
}
