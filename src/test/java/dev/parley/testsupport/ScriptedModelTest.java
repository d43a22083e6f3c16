package dev.parley.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The HTTP interface for tests that are not in Java. */
class ScriptedModelTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ScriptedModel model = ScriptedModel.start();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void close() {
        http.close();
        model.close();
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(at(path)).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(
                http.send(HttpRequest.newBuilder(at(path)).build(), HttpResponse.BodyHandlers.ofString()).body());
    }

    private URI at(String path) {
        return model.baseUrl().resolve(path);
    }

    private String ask(String prompt) throws IOException, InterruptedException {
        return JSON
                .readTree(post("/v1/chat/completions", JSON.writeValueAsString(JSON.createObjectNode().put("model", "m")
                        .set("messages",
                                JSON.createArrayNode()
                                        .add(JSON.createObjectNode().put("role", "user").put("content", prompt)))))
                        .body())
                .at("/choices/0/message/content").asText();
    }

    @Test
    void stampedReply_saysWhenItWasSent() throws Exception {
        long before = System.nanoTime();
        post("/_script",
                "{\"always\":{\"stamped\":true,\"deltas\":[\"" + SendTime.PLACE + " \",\"and then \",\""
                        + SendTime.PLACE
                        + "\"]}}");

        String said = ask("x");

        assertThat(SendTime.since(said)).hasSize(2)
                .allSatisfy(nanos -> assertThat(nanos).isBetween(0L, System.nanoTime() - before));
    }

    @Test
    void scriptOverHttp_isPlayedInOrder() throws Exception {
        post("/_script",
                "{\"queue\":[{\"deltas\":[\"one\",\"!\"]},{\"status\":503,\"headers\":{\"Retry-After\":\"2\"}}],\"always\":{\"deltas\":[\"ever\"]}}");

        assertThat(ask("x")).isEqualTo("one!");
        HttpResponse<String> refused = post("/v1/chat/completions", "{}");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("retry-after")).contains("2");
        assertThat(ask("x")).isEqualTo("ever");
        assertThat(ask("x")).isEqualTo("ever");
    }

    @Test
    void whatItWasSent_canBeRead() throws Exception {
        ask("Where is my parcel?");

        JsonNode received = get("/_requests").get(0);
        assertThat(received.at("/body/messages/0/content").asText()).isEqualTo("Where is my parcel?");
        assertThat(received.at("/headers/content-length").asText()).isNotEmpty();
        assertThat(get("/_stats").path("requests").asInt()).isEqualTo(1);
        assertThat(get("/_stats").path("connections").asInt()).isEqualTo(1);
    }

    @Test
    void reset_forgetsEverything() throws Exception {
        post("/_script", "{\"always\":{\"deltas\":[\"ever\"]}}");
        ask("x");

        post("/_reset", "");

        assertThat(get("/_requests")).isEmpty();
        assertThat(get("/_stats").path("requests").asInt()).isZero();
        assertThat(ask("x")).isNotEqualTo("ever");
    }

    @Test
    void withoutAScript_itAnswersWithTheFirstEntry() throws Exception {
        String prompt = "<<<entry 1>>>\nQuestion: Returns?\nAnswer: Within 30 days,\nfree of charge.\n<<<end entry 1>>>\n"
                + "<<<entry 2>>>\nQuestion: Sizes?\nAnswer: 36 to 46.\n<<<end entry 2>>>";

        assertThat(ask(prompt)).isEqualTo("Within 30 days,\nfree of charge. [1]");
    }

    @Test
    void serverThatRefusesFunctions_doesSoUntilTheReset() throws Exception {
        String offering = "{\"model\":\"m\",\"messages\":[],\"tools\":[]}";
        post("/_script", "{\"refuse_tools\":true}");

        HttpResponse<String> refused = post("/v1/chat/completions", offering);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("does not support tools");
        assertThat(ask("x")).isNotEmpty();
        post("/_reset", "");
        assertThat(post("/v1/chat/completions", offering).statusCode()).isEqualTo(200);
    }

    @Test
    void withoutAnEntry_itOffersAPerson() throws Exception {
        assertThat(ask("Hello")).contains("person");
    }

    @Test
    void unknownAddress_isNotFound() throws Exception {
        assertThat(post("/v1/nothing", "{}").statusCode()).isEqualTo(404);
    }
}
