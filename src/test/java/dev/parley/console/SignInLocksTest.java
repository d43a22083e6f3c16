package dev.parley.console;

import static dev.parley.testsupport.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import dev.parley.testsupport.BehindAProxy;
import dev.parley.testsupport.ConsoleUser;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stranger's failed sign-ins must not lock out a shop's agents; behind a trusted proxy. */
@QuarkusTest
@TestProfile(BehindAProxy.class)
@QuarkusTestResource(PostgresResource.class)
class SignInLocksTest {
    private static final String STRANGER = "198.51.100.9";
    private static final String HOME = "203.0.113.5";
    private static final String ELSEWHERE = "203.0.113.77";

    @Inject
    Shops shops;
    private Shop shop;
    private ConsoleUser ada;
    private ConsoleUser bob;

    @BeforeEach
    void openShop() {
        shops.sql("DELETE FROM sign_in_attempt");
        shop = shops.open();
        ada = shops.agent(shop, "agent");
        bob = shops.agent(shop, "agent");
    }

    private static Response signIn(String from, String email, String password, @Nullable String device) {
        RequestSpecification page = ConsoleUser.page().header("X-Forwarded-For", from);
        if (device != null) {
            page.cookie("parley_device", device);
        }
        return page.body(Map.of("email", email, "password", password)).post("/v1/console/session");
    }

    private static String deviceOf(ConsoleUser agent) {
        return signIn(HOME, agent.email(), ConsoleUser.PASSWORD, null).cookie("parley_device");
    }

    @Test
    void thousandWrongSignIns_keepOutNeitherAKnownDeviceNorAnotherAddress() {
        String device = deviceOf(ada);
        String bobs = deviceOf(bob);

        List<Integer> statuses = IntStream.range(0, 1_000).parallel()
                .mapToObj(i -> signIn(STRANGER, i % 3 == 0 ? ada.email() : "nobody" + i + "@shop.example",
                        "guess number " + i, null).statusCode())
                .toList();

        assertThat(statuses).containsOnly(401, 429).filteredOn(status -> status == 401).hasSizeLessThanOrEqualTo(50);
        assertThat(signIn(STRANGER, ada.email(), ConsoleUser.PASSWORD, device).statusCode()).isEqualTo(201);
        assertThat(signIn(ELSEWHERE, ada.email(), ConsoleUser.PASSWORD, null).statusCode()).isEqualTo(201);
        assertProblem(signIn(STRANGER, ada.email(), ConsoleUser.PASSWORD, null), 429, "too_many_attempts");
        assertProblem(signIn(STRANGER, ada.email(), ConsoleUser.PASSWORD, bobs), 429, "too_many_attempts");
        assertProblem(signIn(STRANGER, ada.email(), ConsoleUser.PASSWORD, "made-up"), 429, "too_many_attempts");
    }

    @Test
    void guessesFromManyAddresses_lockTheAccountButForKnownDevices() {
        String device = deviceOf(ada);

        IntStream.range(0, 150).forEach(i -> signIn("198.51.%d.%d".formatted(100 + i / 200, i % 200), ada.email(),
                "guess number " + i, null));

        assertProblem(signIn(ELSEWHERE, ada.email(), ConsoleUser.PASSWORD, null), 429, "too_many_attempts");
        assertThat(signIn(ELSEWHERE, ada.email(), ConsoleUser.PASSWORD, device).statusCode()).isEqualTo(201);
    }

    @Test
    void guessesOnAKnownDevice_areCountedToo() {
        String device = deviceOf(ada);

        List<Integer> statuses = IntStream.range(0, 30)
                .mapToObj(i -> signIn(HOME, ada.email(), "guess number " + i, device).statusCode()).toList();

        assertThat(statuses).filteredOn(status -> status == 401).hasSizeBetween(5, 10);
        assertProblem(signIn(HOME, ada.email(), ConsoleUser.PASSWORD, device), 429, "too_many_attempts");
        assertThat(signIn(ELSEWHERE, ada.email(), ConsoleUser.PASSWORD, null).statusCode()).isEqualTo(201);
    }

    @Test
    void deviceCookie_isGuardedAndStaysTheSame() {
        Response first = signIn(HOME, ada.email(), ConsoleUser.PASSWORD, null);
        Response again = signIn(ELSEWHERE, ada.email(), ConsoleUser.PASSWORD, first.cookie("parley_device"));
        Response another = signIn(HOME, bob.email(), ConsoleUser.PASSWORD, first.cookie("parley_device"));

        assertThat(first.headers().getValues("Set-Cookie")).anyMatch(cookie -> cookie.startsWith("parley_device=")
                && cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict")
                && cookie.contains("Path=/;"));
        assertThat(again.cookie("parley_device")).isEqualTo(first.cookie("parley_device"));
        assertThat(another.cookie("parley_device")).isNotEqualTo(first.cookie("parley_device"));
        assertThat(shops.column("SELECT key FROM sign_in_device")).noneMatch(first.cookie("parley_device")::equals);
    }
}
