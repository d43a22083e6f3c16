package dev.parley.turn;

import static dev.parley.testsupport.Shops.await;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.parley.conversation.VisitorMessage;
import dev.parley.tenant.Tenants;
import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.PublicSite;
import dev.parley.testsupport.ScriptedModel;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A new shop's own model server before its price is set. */
@QuarkusTest
@TestProfile(PublicSite.class)
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class UnpricedModelTest {
    private static final String QUESTION = "How long do I have to send shoes back?";

    @Inject
    Turns turns;
    @Inject
    Tenants tenants;
    @Inject
    Shops shops;

    @SuppressWarnings("NullAway.Init")
    ScriptedModel model;

    @Test
    void modelWithoutAPrice_isNotAskedAndTheFaqAnswers() {
        Shop shop = shops.open();
        shops.addEntry(shop, QUESTION, "You have 30 days.");
        UUID conversation = shops.conversation(shop).id();

        await(turns.say(shop.id(), conversation, new VisitorMessage(UUID.randomUUID(), QUESTION, null)));

        Awaitility.await().untilAsserted(() -> assertThat(answer(conversation)).singleElement().asString()
                .startsWith("faq ").contains("\"model_error\":\"no_price\""));
        assertThat(model.requests()).isEmpty();
        assertThat(turns.generates(requireNonNull(await(tenants.byId(shop.id()))))).isFalse();
        Awaitility.await().untilAsserted(() -> assertThat(
                shops.column("SELECT kind || cost || saved FROM spend_call WHERE tenant_id = ?", shop.id().value()))
                .containsExactly("faq00"));
    }

    private List<String> answer(UUID conversation) {
        return shops.column(
                "SELECT finish || ' ' || evidence FROM answer WHERE conversation_id = ? AND finish IS NOT NULL",
                conversation);
    }
}
