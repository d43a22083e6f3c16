package dev.parley.api;

import static dev.parley.testsupport.Problems.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class UsageResourceTest {
    private static final String PATH = "/v1/usage";
    private static final String WHEN = "?from=2026-03-01&to=2026-03-31";

    @Inject
    Shops shops;
    @Inject
    Clock clock;
    private Shop shop;

    @BeforeEach
    void openShop() {
        shop = shops.open("usage");
    }

    /** Two calls on the first day, one of them estimated, and on the second a purged total and an FAQ answer. */
    private void someUsage() {
        call(shop, "2026-03-01", "chat", "gpt-4o-mini", false, 100, 60, 20, 42_000, 0);
        call(shop, "2026-03-01", "chat", "gpt-3.5-turbo-0125", true, 1000, 0, 200, 800_000, 0);
        call(shop, "2026-03-02", "faq", "gpt-4o-mini", false, 0, 0, 0, 0, 123_456_789);
        shops.sql(
                "INSERT INTO spend_day VALUES (?, '2026-03-02', 'chat', 'gpt-4o-mini', 'USD', 10, 1, 5000, 0, 700, 1000000000, 0)",
                shop.id().value());
        shops.sql("INSERT INTO spend_day VALUES (?, '2026-03-02', 'chat', 'gpt-4o-mini', 'EUR', 9, 9, 9, 9, 9, 9, 9)",
                shop.id().value());
    }

    private void call(Shop owner, String day, String kind, String model, boolean estimated, int input, int cached,
            int output, long cost, long saved) {
        call(owner, day, kind, model, estimated, input, cached, output, cost, saved, "stop");
    }

    private void call(Shop owner, String day, String kind, String model, boolean estimated, int input, int cached,
            int output, long cost, long saved, String outcome) {
        shops.sql(
                """
                INSERT INTO spend_call (id, tenant_id, conversation_id, attempt, kind, lane, model, input_tokens, cached_tokens,
                    output_tokens, estimated, input_price, cached_price, output_price, currency, cost, saved, counted, outcome, day, at)
                VALUES (gen_random_uuid(), ?, ?, 1, ?, 'asked', ?, ?, ?, ?, ?, 1, 1, 1, 'USD', ?, ?, 0, ?, CAST(? AS date), now())""",
                owner.id().value(), UUID.randomUUID(), kind, model, input, cached, output, estimated, cost, saved,
                outcome, day);
    }

    @Test
    void usage_isToldByDayWithItsTotal() {
        someUsage();

        Response usage = with(shop.apiKey()).get(PATH + WHEN);

        assertThat(usage.statusCode()).isEqualTo(200);
        assertThat(usage.jsonPath().<String>get("currency")).isEqualTo("USD");
        assertThat(usage.jsonPath().<String>get("zone")).isEqualTo("UTC");
        assertThat(usage.jsonPath().<Object>getList("group_by")).containsExactly("day");
        assertThat(usage.jsonPath().<Map<String, Object>>getList("items")).containsExactly(
                Map.of("day", "2026-03-01", "calls", 2, "estimated_calls", 1, "input_tokens", 1100, "cached_tokens", 60,
                        "output_tokens", 220, "cost", "0.000842", "saved", "0", "audio_seconds", 0.0f),
                Map.of("day", "2026-03-02", "calls", 11, "estimated_calls", 1, "input_tokens", 5000, "cached_tokens", 0,
                        "output_tokens", 700, "cost", "1", "saved", "0.123456789", "audio_seconds", 0.0f));
        assertThat(usage.jsonPath().<Map<String, Object>>get("total")).containsEntry("calls", 13)
                .containsEntry("cost", "1.000842").containsEntry("saved", "0.123456789").doesNotContainKey("day");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"model|gpt-3.5-turbo-0125 1, gpt-4o-mini 12", "kind|chat 12, faq 1",
            "kind,model|gpt-3.5-turbo-0125 chat 1, gpt-4o-mini chat 11, gpt-4o-mini faq 1",
            "day,kind|2026-03-01 chat 2, 2026-03-02 chat 10, 2026-03-02 faq 1", "none|13"})
    void usage_isSplitAsAsked(String groups, String expected) {
        someUsage();

        Response usage = with(shop.apiKey()).get(PATH + WHEN + "&group_by=" + groups);

        List<Map<String, Object>> items = usage.jsonPath().getList("items");
        assertThat(items.stream().map(item -> String.join(" ", List.of("day", "model", "kind", "calls").stream()
                .filter(item::containsKey).map(key -> String.valueOf(item.get(key))).toList())).toList())
                .containsExactly(expected.split(", ", -1));
    }

    @Test
    void usage_isGivenToSpreadsheets() {
        someUsage();
        call(shop, "2026-03-03", "chat", "=cmd|' /C calc'!A0", false, 1, 0, 1, 1, 0);

        Response byHeader = with(shop.apiKey()).accept("text/csv").get(PATH + WHEN + "&group_by=day,model");
        Response byParameter = with(shop.apiKey()).accept("*/*").get(PATH + WHEN + "&group_by=day,model&format=csv");

        assertThat(byHeader.contentType()).isEqualToIgnoringCase("text/csv;charset=UTF-8");
        assertThat(byHeader.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"usage-2026-03-01-2026-03-31-day-model.csv\"");
        assertThat(byHeader.asString()).isEqualTo(byParameter.asString()).isEqualTo("""
                day,model,kind,calls,estimated_calls,input_tokens,cached_tokens,output_tokens,cost,saved,currency,audio_seconds
                2026-03-01,gpt-3.5-turbo-0125,,1,1,1000,0,200,0.0008,0,USD,0
                2026-03-01,gpt-4o-mini,,1,0,100,60,20,0.000042,0,USD,0
                2026-03-02,gpt-4o-mini,,11,1,5000,0,700,1,0.123456789,USD,0
                2026-03-03,"'=cmd|' /C calc'!A0",,1,0,1,0,1,0.000000001,0,USD,0
                """.replace("\n", "\r\n"));
    }

    @Test
    void json_isWhatIsGivenWhenNothingIsAskedFor() {
        assertThat(with(shop.apiKey()).get(PATH).contentType()).startsWith("application/json");
        assertThat(with(shop.apiKey()).accept("text/html,*/*;q=0.8").get(PATH).contentType())
                .startsWith("application/json");
        assertThat(with(shop.apiKey()).accept("text/csv").get(PATH + "?format=json").contentType())
                .startsWith("application/json");
    }

    @Test
    void nothingUsed_isAnEmptyListOverThirtyDays() {
        Response usage = with(shop.apiKey()).get(PATH);

        LocalDate to = LocalDate.parse(usage.path("to"));
        assertThat(to).isBetween(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        assertThat(LocalDate.parse(usage.path("from"))).isEqualTo(to.minusDays(29));
        assertThat(usage.jsonPath().getList("items")).isEmpty();
        assertThat(usage.jsonPath().<String>get("total.cost")).isEqualTo("0");
    }

    @Test
    void callUnderWay_isNotCountedYet() {
        call(shop, "2026-03-01", "chat", "gpt-4o-mini", true, 100, 0, 800, 42_000, 0, "reserved");

        assertThat(with(shop.apiKey()).get(PATH + WHEN).<Integer>path("total.calls")).isZero();
    }

    @Test
    void anotherShopsUsage_isNotSeen() {
        someUsage();

        assertThat(with(shops.open("usage").apiKey()).get(PATH + WHEN).<Integer>path("total.calls")).isZero();
    }

    @Test
    void days_areTheShopsOwn() {
        Shop berlin = shops.open("usage");
        shops.setBudget(berlin, "{\"zone\":\"Europe/Berlin\"}");

        assertThat(with(berlin.apiKey()).get(PATH).<String>path("zone")).isEqualTo("Europe/Berlin");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"from=yesterday|bad_from", "from=2026-02-30|bad_from",
            "from=+999999999-01-01|bad_from", "to=2026-1-1|bad_to", "to=1999-12-31|bad_to",
            "from=2026-03-02&to=2026-03-01|bad_period", "from=2025-01-01&to=2026-12-31|bad_period",
            "group_by=week|bad_group_by", "group_by=day,|bad_group_by", "group_by=day,DROP|bad_group_by",
            "format=xml|bad_format", "group_by=none,day|bad_group_by"})
    void badParameter_isNamed(String query, String code) {
        assertProblem(with(shop.apiKey()).urlEncodingEnabled(false).get(PATH + "?" + query.replace("+", "%2B")), 400,
                code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"conversations faq visitors webhooks admin", ""})
    void keyWithoutTheScope_isRefused(String scopes) {
        assertProblem(with(shops.addKey(shop.id(), scopes, null)).get(PATH), 403, "scope_missing");
    }

    @Test
    void noKeyAndOddTypes_areRefused() {
        assertProblem(given().get(PATH), 401, "unauthenticated");
        assertProblem(with(shop.apiKey()).accept("image/png").get(PATH), 406, "not_acceptable");
        assertProblem(with(shop.apiKey()).post(PATH), 405, "method_not_allowed");
    }

    private static RequestSpecification with(String key) {
        return given().header("Authorization", "Bearer " + key);
    }
}
