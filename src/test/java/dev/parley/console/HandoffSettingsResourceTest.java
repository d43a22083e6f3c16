package dev.parley.console;

import static dev.parley.testsupport.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

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
import io.restassured.response.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class HandoffSettingsResourceTest {
    private static final String PATH = "/v1/console/settings/handoff";

    @Inject
    Shops shops;
    private Shop shop;
    private ConsoleUser administrator;
    private Map<String, Object> request = Map.of();

    @BeforeEach
    void openShop() {
        shop = shops.open();
        administrator = shops.agent(shop, "administrator");
        request = new HashMap<>(Map.of("assign", true, "capacity", 3, "patience_seconds", 90, "when_nobody", "mail",
                "mail_to", "team@shop.example", "hours", Map.of("zone", "Europe/Berlin", "shifts",
                        List.of(Map.of("day", "MONDAY", "from", "09:00", "until", "17:30")), "holidays",
                        List.of("2026-12-25"))));
    }

    @Test
    void shopThatHasSetNothing_hasTheDefaults() {
        Response found = administrator.asks().get(PATH);

        assertThat(found.<String>path("when_nobody")).isEqualTo("back_to_bot");
        assertThat(found.<Integer>path("patience_seconds")).isEqualTo(120);
        assertThat(found.<List<Object>>path("hours.shifts")).isEmpty();
    }

    @Test
    void whatIsSet_isFoundAgainByEveryAgent() {
        Response set = administrator.asks().body(request).put(PATH);
        Response found = shops.agent(shop, "agent").asks().get(PATH);

        assertThat(set.statusCode()).as(set.asString()).isEqualTo(200);
        assertThat(found.asString()).isEqualTo(set.asString());
        assertThat(found.<String>path("hours.shifts[0].until")).startsWith("17:30");
        assertThat(found.<String>path("hours.holidays[0]")).isEqualTo("2026-12-25");
        assertThat(found.<String>path("when_nobody")).isEqualTo("mail");
    }

    @Test
    void whatCannotBeMeant_isRefusedByName() {
        refused("capacity", 0, "bad_capacity");
        refused("patience_seconds", 1, "bad_patience");
        refused("mail_to", "two@shop.example, three@shop.example", "bad_mail_to");
        refused("mail_to", null, "mail_to_missing");
        refused("hours", Map.of("zone", "Mars", "shifts", List.of(), "holidays", List.of()), "bad_zone");
        refused("hours", null, "field_missing");
    }

    private void refused(String field, @Nullable Object value, String code) {
        Map<String, @Nullable Object> wrong = new HashMap<>(request);
        wrong.put(field, value);
        assertProblem(administrator.asks().body(wrong).put(PATH), 400, code);
    }
}
