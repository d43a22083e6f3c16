package dev.parley.lane;

import static dev.parley.testsupport.Shops.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import jakarta.inject.Inject;

import dev.parley.conversation.VisitorMessage;
import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Reply;
import dev.parley.testsupport.ScriptedModel;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import dev.parley.turn.Turns;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator sees when models retire, and what visitors do not. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class LaneWatchTest {
    private static final String QUESTION = "How long do I have to send shoes back?";
    private static final Logger ALARMS = Logger.getLogger("dev.parley.model.health.LaneAlarms");

    @TestHTTPResource(value = "/metrics", management = true)
    @SuppressWarnings("NullAway.Init")
    URI metrics;
    @TestHTTPResource(value = "/health/well", management = true)
    @SuppressWarnings("NullAway.Init")
    URI well;
    @Inject
    LaneWatch watch;
    @Inject
    Turns turns;
    @Inject
    Shops shops;

    @SuppressWarnings("NullAway.Init")
    ScriptedModel model;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord heard) {
            // Other tests' shops have lanes too and may have logged.
            if (!heard.getMessage().startsWith("tenant=") && !heard.getMessage().contains("whisper-1")) {
                told.add(heard.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        model.reset();
        await(watch.look());
        ALARMS.addHandler(ear);
    }

    @AfterEach
    void mend() {
        ALARMS.removeHandler(ear);
        model.reset();
        await(watch.look());
    }

    @Test
    void retiredModelWithoutAFallback_leavesTheShopItsFaq_andTellsTheOperatorWhatToSet() {
        Shop shop = shops.open();
        shops.addEntry(shop, QUESTION, "You have 30 days.");
        UUID conversation = shops.conversation(shop).id();
        model.models(ScriptedModel.list("gpt-4o-mini")).always(Reply.error(404, "model_not_found", null));

        await(watch.look());
        await(turns.say(shop.id(), conversation, new VisitorMessage(UUID.randomUUID(), QUESTION, null)));

        Awaitility.await().untilAsserted(() -> assertThat(
                shops.column("SELECT text FROM message WHERE conversation_id = ? AND author = 'bot'", conversation))
                .containsExactly("You have 30 days."));
        assertThat(told).singleElement().asString().contains("gpt-3.5-turbo", "Set PARLEY_MODEL=gpt-4o-mini");
        assertThat(health()).contains("\"status\": \"DOWN\"", "gone");
        assertThat(given().get("/q/health/ready").statusCode()).isEqualTo(200);
        assertThat(given().get(metrics).asString())
                .contains("parley_model_alarm{lane=\"gpt-3.5-turbo\",owner=\"default\",reason=\"gone\"} 1.0");
    }

    /** The first log line is visible only if this test runs alone. */
    @Test
    void endOfTheModelThatHears_isToldOnceAShopLetsItsVisitorsSpeak() {
        Shop shop = shops.open();
        model.models(Reply.raw(200, "application/json",
                "{\"data\":[{\"id\":\"gpt-3.5-turbo\"},{\"id\":\"whisper-1\",\"shutdown_date\":\"2999-01-01\"}]}"));
        shops.sql("UPDATE tenant SET settings = CAST(CAST(settings AS jsonb) || jsonb_build_object('voice', "
                + "jsonb_build_object('enabled', true, 'max_seconds', 60, 'keep_hours', 24, 'glossary', false)) AS text)"
                + " WHERE id = ?", shop.id().value());

        await(watch.look());

        assertThat(given().get(metrics).asString())
                .contains("parley_model_alarm{lane=\"whisper-1\",owner=\"default\",reason=\"ending\"} 1.0");
    }

    @Test
    void comingEnd_isCountedDownInHealth() {
        model.models(Reply.raw(200, "application/json",
                "{\"data\":[{\"id\":\"gpt-3.5-turbo\",\"shutdown_date\":\"2999-01-01\"}]}"));

        await(watch.look());

        assertThat(told).singleElement().asString().contains("ends on 2999-01-01");
        assertThat(health()).contains("alarms: ending, days left: ");
    }

    @Test
    void modelsThatAreWell_areNoNews() {
        await(watch.look());

        assertThat(told).isEmpty();
        assertThat(health()).contains("gpt-3.5-turbo").doesNotContain("alarms");
    }

    @Test
    void publicPort_tellsNothingOfModelsAndMoney() {
        for (String path : List.of("/q/health", "/q/health/well", "/q/health/well/", "/q/health/group/models",
                "/q/metrics", "/q/metrics/")) {
            assertThat(given().get(path).statusCode()).as(path).isEqualTo(404);
        }
        for (String path : List.of("/q/health/live", "/q/health/ready", "/q/health/started", "/q/openapi")) {
            assertThat(given().get(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    private String health() {
        return given().get(well).asString();
    }
}
