package dev.parley.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Program;
import dev.parley.testsupport.Reply;
import dev.parley.testsupport.ScriptedModel;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** OpenAI's client for Node, if Node and the front end's packages are installed. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class OpenAiNodeClientTest {
    private static final String QUESTION = "How long do I have to send shoes back?";

    @TestHTTPResource("/openai/v1")
    @SuppressWarnings("NullAway.Init")
    URI base;
    @Inject
    Shops shops;
    @SuppressWarnings("NullAway.Init")
    ScriptedModel model;

    @Test
    void nodesClient_chatsWithTheShopsKnowledge() throws Exception {
        Assumptions.assumeTrue(Program.isThere("node") && Files.exists(Path.of("web-widget/node_modules/openai")));
        model.reset();
        model.always(Reply.answer("30 ", "days [1]."));
        Shop shop = shops.open();
        shops.addEntry(shop, QUESTION, "You have 30 days.");

        String printed = Program.run(Path.of("web-widget"), "node", "test/openai-client.mjs", base.toString(),
                shop.apiKey(), QUESTION);

        JsonNode said = new ObjectMapper().readTree(printed);
        assertThat(said.path("plain").asText()).isEqualTo("30 days [1].");
        assertThat(said.path("streamed").asText()).isEqualTo("30 days [1].");
        assertThat(said.path("tokens").asInt()).isPositive();
        assertThat(said.path("models").toString()).isEqualTo("[\"parley\"]");
        assertThat(said.path("absent").toString()).isEqualTo("[404,\"conversation_not_found\"]");
        assertThat(said.path("empty").toString()).isEqualTo("[400,\"invalid_value\"]");
        assertThat(shops.column("SELECT id FROM conversation WHERE tenant_id = ?", shop.id().value()))
                .containsExactly(said.path("conversation").asText());
    }
}
