package dev.parley.turn;

import static dev.parley.testsupport.Shops.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.VisitorMessage;
import dev.parley.lane.LaneEditor;
import dev.parley.tenant.LaneSettings;
import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Received;
import dev.parley.testsupport.ScriptedModel;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Guest;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a model's provider learns about a visitor: no more than an answer needs. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class ModelRequestPrivacyTest {
    private static final String QUESTION = "How long do I have to send shoes back?";

    @Inject
    Turns turns;
    @Inject
    LaneEditor editor;
    @Inject
    Shops shops;

    @SuppressWarnings("NullAway.Init")
    ScriptedModel model;

    private Shop shop;

    @BeforeEach
    void openShop() {
        model.reset();
        shop = shops.open();
        shops.addEntry(shop, QUESTION, "You have 30 days. Write to help@shop.example.");
        await(editor.replace(shop.id(),
                List.of(new LaneEditor.Wanted(new LaneSettings("main", "compatible", model.baseUrl().toString(), null,
                        null, null, "gpt-3.5-turbo", null, null, null,
                        new LaneSettings.Parameters(null, null, null, null, true, true), null), "sk-shop")),
                null, null));
    }

    private Received ask(Guest guest, String text) {
        int before = model.requests().size();
        Conversation conversation = shops.conversation(shop, guest);
        await(turns.say(shop.id(), conversation.id(), new VisitorMessage(UUID.randomUUID(), text, null)));
        Awaitility.await().until(() -> shops.column(
                "SELECT 1 FROM answer WHERE conversation_id = ? AND finish IS NULL", conversation.id()).isEmpty()
                && model.requests().size() > before);
        return model.requests().getLast();
    }

    @Test
    void request_containsNoPersonalIds() {
        Guest guest = shops.visitor(shop);

        Received asked = ask(guest, QUESTION + " I am anna@mail.example.");

        assertThat(asked.body().toString() + asked.headers()).doesNotContain("anna@")
                .doesNotContain(guest.visitor().id().toString())
                .doesNotContain(shops.conversation(shop, guest).id().toString())
                .doesNotContain(shop.id().toString());
        assertThat(asked.body().toString()).contains("help@shop.example");
        assertThat(asked.body().path("store").isBoolean()).isTrue();
        assertThat(asked.body().path("store").booleanValue()).isFalse();
    }

    @Test
    void safetyIdentifier_isTheSameForOneVisitorAndAnotherForAnother() {
        Guest anna = shops.visitor(shop);

        String first = identifier(ask(anna, QUESTION));
        String second = identifier(ask(anna, "And how long do I have to send shoes back abroad?"));
        String other = identifier(ask(shops.visitor(shop), QUESTION));

        assertThat(first).hasSize(43).isEqualTo(second).isNotEqualTo(other);
    }

    private static String identifier(Received asked) {
        return asked.body().path("safety_identifier").asText();
    }

    @Test
    void everyQuestion_carriesARequestIdOfItsOwn() {
        Guest anna = shops.visitor(shop);

        List<String> ids = List.of(ask(anna, QUESTION), ask(anna, "How long do I have to send shoes back abroad?"))
                .stream().map(asked -> String.valueOf(asked.headers().get("x-client-request-id"))).toList();

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f-]{36}\\.1"));
    }
}
