package dev.parley.console;

import static dev.parley.testsupport.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class VoiceSettingsTest {
    private static final String PATH = "/v1/console/settings/voice";

    @Inject
    Shops shops;
    private Shop shop;
    private ConsoleUser owner;

    @BeforeEach
    void openShop() {
        shop = shops.open();
        owner = shops.agent(shop, "administrator");
    }

    @Test
    void voice_isOffUntilTheShopWantsIt() {
        Map<String, Object> usual = owner.asks().get(PATH).path("$");

        assertThat(usual).containsEntry("enabled", false).containsEntry("max_seconds", 120)
                .containsEntry("keep_hours", 24).containsEntry("glossary", true).containsKey("available");
    }

    @Test
    void changedSettings_leaveTheOthersAsTheyAre() {
        owner.asks().body(Map.of("enabled", true, "max_seconds", 30)).put(PATH);

        Response set = owner.asks().body(Map.of("keep_hours", 0, "available", true)).put(PATH);

        assertThat(set.<Map<String, Object>>path("$")).containsEntry("enabled", true)
                .containsEntry("max_seconds", 30).containsEntry("keep_hours", 0);
        assertThat(owner.asks().get("/v1/console/settings/widget").<String>path("bot_name")).isEqualTo("Robin");
        assertThat(shops.column("SELECT action FROM audit_entry WHERE tenant_id = ?", shop.id().value()))
                .contains("voice_settings.change");
    }

    @Test
    void settingsThatMakeNoSense_areRefused() {
        assertProblem(owner.asks().body(Map.of("max_seconds", 4)).put(PATH), 400, "bad_max_seconds");
        assertProblem(owner.asks().body(Map.of("max_seconds", 601)).put(PATH), 400, "bad_max_seconds");
        assertProblem(owner.asks().body(Map.of("keep_hours", -1)).put(PATH), 400, "bad_keep_hours");
        assertThat(owner.asks().get(PATH).<Integer>path("max_seconds")).isEqualTo(120);
    }
}
