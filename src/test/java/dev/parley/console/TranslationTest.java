package dev.parley.console;

import static dev.parley.testsupport.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import dev.parley.testsupport.ConsoleUser;
import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Reply;
import dev.parley.testsupport.ScriptedModel;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A visitor's voice message in the language that an agent reads. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class TranslationTest {
    private static final String SAID = "Wo bleibt mein Paket?";
    private static final String TRANSLATED = "Where is my parcel?";

    @Inject
    Shops shops;
    @SuppressWarnings("NullAway.Init")
    ScriptedModel model;
    private Shop shop;
    private ConsoleUser ada;
    private String path;

    @BeforeEach
    void letSomebodySpeak() {
        model.reset();
        model.always(Reply.answer(TRANSLATED));
        shop = shops.open();
        ada = shops.agent(shop, "agent");
        UUID conversation = shops.conversation(shop).id();
        path = "/v1/console/conversations/" + conversation + "/messages";
        shops.sql("UPDATE conversation SET last_seq = 2 WHERE id = ?", conversation);
        speak(conversation, 1, "", SAID);
        speak(conversation, 2, "", null);
    }

    private void speak(UUID conversation, int seq, String text, @org.jspecify.annotations.Nullable String heard) {
        shops.sql("INSERT INTO message (conversation_id, seq, tenant_id, author, text, at, recording, heard)"
                + " VALUES (?, ?, ?, 'visitor', ?, now(), ?, CAST(? AS text))", conversation, seq, shop.id().value(),
                text, "{\"id\":\"" + UUID.randomUUID() + "\",\"seconds\":2.5,\"language\":\"de\"}", heard);
    }

    private Response translate(String language) {
        return ada.asks().body(Map.of("language", language)).post(path + "/1/translation");
    }

    private List<String> calls() {
        return shops.column("SELECT id FROM spend_call WHERE tenant_id = ? AND kind = 'translation'",
                shop.id().value());
    }

    @Test
    void messageOfAnotherLanguage_isTranslatedOnceAndPaid() {
        Response first = translate("en");
        Response second = translate("en");

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
        assertThat(first.<Map<String, Object>>path("$")).isEqualTo(Map.of("language", "en", "text", TRANSLATED));
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(model.requests()).hasSize(1);
        Awaitility.await().untilAsserted(() -> assertThat(calls()).hasSize(1));
    }

    @Test
    void twoAgentsAtOnce_payOnce() throws Exception {
        CompletableFuture<Response> one = CompletableFuture.supplyAsync(() -> translate("en"));
        CompletableFuture<Response> other = CompletableFuture.supplyAsync(() -> translate("en"));

        assertThat(one.get().<String>path("text")).isEqualTo(TRANSLATED);
        assertThat(other.get().<String>path("text")).isEqualTo(TRANSLATED);
        assertThat(model.requests()).hasSize(1);
    }

    @Test
    void thread_showsItToWhoReadsThatLanguage() {
        translate("en");
        ada.asks().body(Map.of("keys", true, "sound", true, "notifications", false, "reads_in", "en"))
                .put("/v1/console/preferences");
        ConsoleUser ben = shops.agent(shop, "agent");

        assertThat(ada.asks().get(path).<String>path("items[0].recording.translation.text")).isEqualTo(TRANSLATED);
        assertThat(ada.asks().get(path).<String>path("items[0].recording.translation.language")).isEqualTo("en");
        assertThat(ben.asks().get(path).<Object>path("items[0].recording.translation")).isNull();
    }

    @Test
    void translationThatFails_saysWhyAndIsTriedAgain() {
        model.reset();
        model.always(Reply.error(401, "invalid_api_key", "invalid_request_error"));
        assertProblem(translate("en"), 503, "model_failed");
        model.reset();
        model.always(Reply.answer(TRANSLATED));

        assertThat(translate("en").<String>path("text")).isEqualTo(TRANSLATED);
    }

    @Test
    void whatCannotBeTranslated_isRefused() {
        assertProblem(translate("German please"), 400, "bad_language");
        assertProblem(ada.asks().body(Map.of("language", "en")).post(path + "/2/translation"), 409,
                "nothing_to_translate");
        assertProblem(ada.asks().body(Map.of("language", "en")).post(path + "/9/translation"), 404, "not_found");
        assertProblem(shops.agent(shops.open(), "agent").asks().body(Map.of("language", "en"))
                .post(path + "/1/translation"), 404, "not_found");
        assertThat(model.requests()).isEmpty();
    }
}
