package dev.parley.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import dev.parley.spend.Spend;
import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Reply;
import dev.parley.testsupport.ScriptedModel;
import dev.parley.testsupport.ScriptedSpeech;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import dev.parley.testsupport.SoundFiles;
import dev.parley.testsupport.UploadedFiles;
import dev.parley.testsupport.WavSample;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Transcribes recordings with the shop's key over OpenAI's API, billed by the minute. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class AudioResourceTest {
    private static final String TRANSCRIPTIONS = "/v1/audio/transcriptions";
    private static final String TRANSLATIONS = "/v1/audio/translations";
    private static final byte[] TONE = WavSample.tone(Duration.ofSeconds(6));

    @Inject
    Shops shops;
    @Inject
    Spend spend;
    @SuppressWarnings("NullAway.Init")
    ScriptedModel model;
    private Shop shop;

    @BeforeEach
    void openShop() {
        model.reset();
        model.models(ScriptedModel.list("whisper-1", "gpt-4o-transcribe"));
        shop = shops.open("conversations usage admin");
    }

    @AfterEach
    void nothingLiesAround() {
        UploadedFiles.areGone();
    }

    /** A lane of its own, so that one shop's failures do not affect another's. */
    private void bringALane(String name) {
        given().header("Authorization", "Bearer " + shop.apiKey()).contentType("application/json")
                .body(Map.of("lanes", List.of(), "speech", List.of(Map.of("name", "ear", "kind", "compatible",
                        "base_url", model.baseUrl().toString(), "model", name, "key", "sk-own"))))
                .put("/v1/lanes").then().statusCode(200);
    }

    private RequestSpecification form(byte[] content) {
        return given().header("Authorization", "Bearer " + shop.apiKey()).multiPart("file", "../../tone.exe", content);
    }

    @Test
    void recording_isHeardAndSentUnderANameOfOurs() {
        model.speech().hears("Is the red bag in stock?");

        Response heard = form(TONE).multiPart("language", "en").multiPart("prompt", "Karst 38, Fjord")
                .multiPart("temperature", "0.2").post(TRANSCRIPTIONS);

        heard.then().statusCode(200).body("text", equalTo("Is the red bag in stock?"))
                .body("usage.type", equalTo("duration")).body("usage.seconds", equalTo(6));
        ScriptedSpeech.Asked asked = model.speech().asked().getFirst();
        assertThat(asked.fileName()).isEqualTo("recording.wav");
        assertThat(asked.fileType()).isEqualTo("audio/wav");
        assertThat(asked.file().getBytes()).isEqualTo(TONE);
        assertThat(asked.fields()).containsEntry("model", List.of("whisper-1"))
                .containsEntry("language", List.of("en"))
                .containsEntry("prompt", List.of("Karst 38, Fjord"))
                .containsEntry("temperature", List.of("0.2"));
        assertThat(asked.headers()).containsKey("content-length").containsKey("authorization");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "text|text/plain|Is the red bag in stock?\\n",
            "srt|application/x-subrip|1\\n00:00:00,000 --> 00:00:03,000\\nIs the red bag\\n\\n2\\n00:00:03,000 --> 00:00:06,000\\nin stock?\\n\\n",
            "vtt|text/vtt|WEBVTT\\n\\n00:00:00.000 --> 00:00:03.000\\nIs the red bag\\n\\n00:00:03.000 --> 00:00:06.000\\nin stock?\\n\\n"})
    void textFormats_areAsOpenAiHasThem(String format, String type, String expected) {
        model.speech().hears("Is the red bag in stock?");

        Response heard = form(TONE).multiPart("response_format", format).post(TRANSCRIPTIONS);

        assertThat(heard.statusCode()).isEqualTo(200);
        assertThat(heard.contentType()).startsWith(type);
        assertThat(heard.asString()).isEqualTo(expected.replace("\\n", "\n"));
    }

    @Test
    void verboseJson_hasSegmentsAndWords() {
        model.speech().hears("Red bag");

        form(TONE).multiPart("response_format", "verbose_json").multiPart("timestamp_granularities[]", "word")
                .multiPart("timestamp_granularities[]", "segment").post(TRANSCRIPTIONS).then().statusCode(200)
                .body("task", equalTo("transcribe")).body("language", equalTo("en")).body("duration", equalTo(6.0f))
                .body("segments.size()", equalTo(2)).body("segments[1].end", equalTo(6.0f))
                .body("words[1].word", equalTo("bag")).body("words[1].start", equalTo(3.0f));
    }

    @Test
    void minute_costsWhatTheListSays() {
        form(WavSample.tone(Duration.ofSeconds(60))).post(TRANSCRIPTIONS).then().statusCode(200);
        spend.written().await().atMost(Duration.ofSeconds(5));

        given().header("Authorization", "Bearer " + shop.apiKey()).get("/v1/usage?group_by=kind,model").then()
                .body("items[0].kind", equalTo("audio")).body("items[0].model", equalTo("whisper-1"))
                .body("items[0].cost", equalTo("0.006")).body("items[0].audio_seconds", equalTo(60.0f))
                .body("items[0].input_tokens", equalTo(0)).body("items[0].estimated_calls", equalTo(0));
        assertThat(given().header("Authorization", "Bearer " + shop.apiKey()).get("/v1/usage?format=csv").asString())
                .endsWith(",0.006,0,USD,60\r\n");
    }

    @Test
    void budgetThatIsTooSmall_asksNobody() {
        shops.setBudget(shop, "{\"day\":0.0005}");

        form(TONE).post(TRANSCRIPTIONS).then().statusCode(422).body("code", equalTo("budget_day"));

        assertThat(model.speech().asked()).isEmpty();
    }

    @Test
    void translation_isTheServersWhereItHasOne() {
        model.speech().hears("Where is my parcel?");

        form(SoundFiles.webm(Duration.ofSeconds(3))).post(TRANSLATIONS).then().statusCode(200)
                .body("text", equalTo("Where is my parcel?")).body("original", equalTo(null));

        assertThat(model.speech().asked().getFirst().path()).isEqualTo("/v1/audio/translations");
        assertThat(model.speech().asked().getFirst().fileName()).isEqualTo("recording.webm");
    }

    @Test
    void translationWhereTheServerHasNone_isTheChatModels() {
        bringALane("whisper-1");
        model.speech().hears("Wo ist mein Paket?").next(Reply.error(404, null, null).blaming(null, "Not Found"));
        model.always(Reply.answer("Where is my parcel?"));

        form(TONE).multiPart("response_format", "verbose_json").multiPart("language", "de").post(TRANSLATIONS).then()
                .statusCode(200).body("text", equalTo("Where is my parcel?"))
                .body("original", equalTo("Wo ist mein Paket?")).body("language", equalTo("de"));

        assertThat(model.speech().asked()).extracting(ScriptedSpeech.Asked::path)
                .containsExactly("/v1/audio/translations", "/v1/audio/transcriptions");
    }

    @Test
    void modelWithoutTimes_isAskedForJsonAndPaidByItsTokens() {
        bringALane("gpt-4o-transcribe");

        form(TONE).multiPart("prompt", "Karst 38").multiPart("response_format", "srt").post(TRANSCRIPTIONS).then()
                .statusCode(200)
                .body(equalTo("1\n00:00:00,000 --> 00:00:06,000\nHow long do I have to send shoes back?\n\n"));
        spend.written().await().atMost(Duration.ofSeconds(5));

        ScriptedSpeech.Asked asked = model.speech().asked().getFirst();
        assertThat(asked.field("response_format")).isEqualTo("json");
        assertThat(asked.headers()).containsEntry("authorization", "Bearer sk-own");
        // 60 tokens of sound at 6.00, 7 of text at 2.50, 10 of output at 10.00 per million.
        given().header("Authorization", "Bearer " + shop.apiKey()).get("/v1/usage?group_by=kind").then()
                .body("items[0].kind", equalTo("audio")).body("items[0].input_tokens", equalTo(67))
                .body("items[0].cost", equalTo("0.0004775"));
    }

    @Test
    void serverThatDoesNotWriteTimes_isAskedWithoutFromThenOn() {
        bringALane("whisper-1");
        model.speech().next(Reply.error(400, "unsupported_value", "invalid_request_error").blaming("response_format",
                "verbose_json is not supported"));

        form(TONE).post(TRANSCRIPTIONS).then().statusCode(200);
        form(TONE).post(TRANSCRIPTIONS).then().statusCode(200);

        assertThat(model.speech().asked()).extracting(asked -> asked.field("response_format"))
                .containsExactly("verbose_json", "json", "json");
    }

    @ParameterizedTest
    @CsvSource({"prompt,Karst 38", "language,de", "temperature,0.2"})
    void serverThatRefusesAField_isAskedWithoutFromThenOn(String field, String value) {
        bringALane("whisper-1");
        model.speech().next(Reply.error(400, "unsupported_parameter", "invalid_request_error").blaming(field,
                "Unsupported parameter: '" + field + "'."));

        form(TONE).multiPart(field, value).post(TRANSCRIPTIONS).then().statusCode(200);
        form(TONE).multiPart(field, value).post(TRANSCRIPTIONS).then().statusCode(200);

        assertThat(model.speech().asked()).extracting(asked -> asked.field(field)).containsExactly(value, null, null);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 429})
    void serverThatStumbles_isAskedAgain(int status) {
        bringALane("whisper-1");
        model.speech().next(Reply.error(status, null, null).header("retry-after-ms", "10"));

        form(TONE).post(TRANSCRIPTIONS).then().statusCode(200);

        assertThat(model.speech().asked()).hasSize(2);
    }

    @Test
    void replyThatIsCut_isNotTakenForATranscript() {
        bringALane("whisper-1");
        model.speech().always(Reply.raw(200, "application/json", "{\"text\":\"Is the").cutAfter(8));

        form(TONE).post(TRANSCRIPTIONS).then().statusCode(503).body("code", equalTo("speech_unavailable"))
                .body("retryable", equalTo(true));
    }

    @Test
    void keyWithoutTheScope_hearsNothing() {
        given().header("Authorization", "Bearer " + shops.addKey(shop.id(), "usage", null))
                .multiPart("file", "a.wav", TONE)
                .post(TRANSCRIPTIONS).then().statusCode(403).body("code", equalTo("scope_missing"));
        given().multiPart("file", "a.wav", TONE).post(TRANSCRIPTIONS).then().statusCode(401);

        assertThat(model.speech().asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"response_format,xml,bad_response_format", "temperature,2,bad_temperature",
            "language,klingon!,bad_language",
            "timestamp_granularities[],word,bad_timestamp_granularities"})
    void fieldThatIsWrong_isNamed(String field, String value, String code) {
        form(TONE).multiPart(field, value).post(TRANSCRIPTIONS).then().statusCode(400)
                .contentType("application/problem+json").body("code", equalTo(code));
        form(TONE).multiPart(field, value).post("/openai" + TRANSCRIPTIONS).then().statusCode(400)
                .contentType("application/json").body("error.code", equalTo(code))
                .body("error.type", equalTo("invalid_request_error"))
                .body("error.param", equalTo(field.replace("[]", "")));
    }

    @Test
    void openAiPath_saysRefusalsInItsShape() {
        given().header("Authorization", "Bearer " + shop.apiKey()).multiPart("file", "a.wav", new byte[0])
                .post("/openai" + TRANSCRIPTIONS).then().statusCode(400).body("error.code", equalTo("audio_empty"));
        given().header("Authorization", "Bearer " + shop.apiKey()).multiPart("model", "whisper-1")
                .post("/openai" + TRANSCRIPTIONS).then().statusCode(400).body("error.code", equalTo("audio_missing"));
        given().header("Authorization", "Bearer " + shop.apiKey()).contentType("application/json").body(Map.of())
                .post("/openai" + TRANSCRIPTIONS).then().statusCode(415);
    }
}
