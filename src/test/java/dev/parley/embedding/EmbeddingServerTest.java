package dev.parley.embedding;

import static dev.parley.testsupport.Shops.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.faq.FaqFields;
import dev.parley.faq.FaqQuery;
import dev.parley.faq.FaqSearch;
import dev.parley.faq.FaqStore;
import dev.parley.faq.search.FaqMatch;
import dev.parley.faq.search.Verdict;
import dev.parley.tenant.ModelSettings;
import dev.parley.tenant.Tenants;
import dev.parley.testsupport.BehindAProxy;
import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Reply;
import dev.parley.testsupport.ScriptedModel;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Search with the sentence model on a server instead of in this process. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
@TestProfile(BehindAProxy.class)
class EmbeddingServerTest {
    private static final String MODEL = BehindAProxy.EMBEDDING;
    private static final String QUESTION = "Until when may I return shoes that do not fit?";

    @Inject
    FaqStore faq;
    @Inject
    FaqSearch search;
    @Inject
    Tenants tenants;
    @Inject
    Shops shops;

    @SuppressWarnings("NullAway.Init")
    ScriptedModel model;

    private Shop shop;

    @BeforeEach
    void openShop() {
        model.reset();
        shop = shops.open();
    }

    private List<FaqMatch> find(String text) {
        return await(search.search(shop.id(), new FaqQuery(text, 3, null, null)));
    }

    /** The demo shop's entries are embedded at the same time. */
    private List<JsonNode> callsFor(String text) {
        return model.embeddingCalls().stream().filter(call -> call.path("input").path(0).asText().equals(text))
                .toList();
    }

    private List<String> ledger() {
        return shops.column("SELECT lane || ' ' || input_tokens || ' ' || cost || ' ' || outcome FROM spend_call"
                + " WHERE kind = 'embedding' AND tenant_id = ?", shop.id().value());
    }

    @Test
    void entryAndQuestion_areEmbeddedThere_andTheModelIsKeptBesideTheVectors() {
        String question = "How long do candles burn?";

        shops.addEntry(shop, question, "For 30 hours.");

        assertThat(find(question)).first().extracting(FaqMatch::verdict).isEqualTo(Verdict.ANSWER);
        assertThat(callsFor(question)).hasSize(2).allSatisfy(call -> {
            assertThat(call.path("model").asText()).isEqualTo(MODEL);
            assertThat(call.path("encoding_format").asText()).isEqualTo("float");
        });
        assertThat(shops.column("SELECT model FROM faq_meaning WHERE tenant_id = ?", shop.id().value()))
                .containsExactly(MODEL);
    }

    @Test
    void embedding_isPaidByTheShop() {
        shops.addEntry(shop, QUESTION, "For 30 days.");

        Awaitility.await().untilAsserted(() -> assertThat(ledger()).containsExactly(MODEL + " 7 140 stop"));
    }

    @Test
    void sameQuestionAgain_isNotAskedAgain() {
        shops.addEntry(shop, QUESTION, "For 30 days.");
        find("May I return shoes until Friday?");

        find("May I return shoes until Friday?");

        assertThat(callsFor("May I return shoes until Friday?")).hasSize(1);
    }

    @Test
    void typedAddress_isNotSent() {
        shops.addEntry(shop, QUESTION, "For 30 days.");

        find("May ann@example.com return shoes?");

        assertThat(model.embeddingCalls()).extracting(JsonNode::toString)
                .noneMatch(body -> body.contains("ann@example.com"));
    }

    @Test
    void serverThatIsDown_leavesTheWords() {
        shops.addEntry(shop, QUESTION, "For 30 days.");
        model.embeddings(Reply.error(500, "server_error", "server_error"));

        List<FaqMatch> found = find("Are boots that do not fit a problem?");

        assertThat(found).singleElement().satisfies(match -> {
            assertThat(match.entry().question()).isEqualTo(QUESTION);
            assertThat(match.verdict()).isEqualTo(Verdict.WEAK);
        });
    }

    @Test
    void shopThatStaysInARegion_isNotSentAbroad() {
        await(tenants.setModels(shop.id(), new ModelSettings(List.of(), "eu", null)));

        await(faq.create(shop.id(), new FaqFields(null, "Do you engrave pens?", null, "Yes.", "en", null, null, null,
                "published", null, null)));

        assertThat(find("Do you engrave pens?")).singleElement().extracting(FaqMatch::verdict)
                .isEqualTo(Verdict.ANSWER);
        assertThat(find("Is engraving free?")).extracting(FaqMatch::verdict).doesNotContain(Verdict.ANSWER);
        assertThat(callsFor("Do you engrave pens?")).isEmpty();
    }
}
