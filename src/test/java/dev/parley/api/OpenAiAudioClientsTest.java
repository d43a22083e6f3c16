package dev.parley.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.errors.BadRequestException;
import com.openai.models.audio.AudioResponseFormat;
import com.openai.models.audio.transcriptions.TranscriptionCreateParams;
import com.openai.models.audio.transcriptions.TranscriptionCreateParams.TimestampGranularity;
import com.openai.models.audio.transcriptions.TranscriptionVerbose;
import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Program;
import dev.parley.testsupport.ScriptedModel;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import dev.parley.testsupport.UploadedFiles;
import dev.parley.testsupport.WavSample;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OpenAI's own clients transcribe and translate through Parley. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class OpenAiAudioClientsTest {
    @TestHTTPResource("/openai/v1")
    @SuppressWarnings("NullAway.Init")
    URI base;
    @Inject
    Shops shops;
    @SuppressWarnings("NullAway.Init")
    ScriptedModel model;
    @TempDir
    Path folder;
    private Path recording;
    private Shop shop;
    private OpenAIClient client;

    @BeforeEach
    void recordSomething() throws IOException {
        model.reset();
        model.speech().hears("Is the red bag in stock?");
        shop = shops.open();
        recording = Files.write(folder.resolve("question.wav"), WavSample.tone(Duration.ofSeconds(6)));
        client = OpenAIOkHttpClient.builder().baseUrl(base.toString()).apiKey(shop.apiKey()).maxRetries(0).build();
    }

    @AfterEach
    void close() {
        client.close();
        UploadedFiles.areGone();
    }

    private TranscriptionCreateParams.Builder question() {
        return TranscriptionCreateParams.builder().file(recording).model("whisper-1");
    }

    @Test
    void json_isATranscription() {
        var heard = client.audio().transcriptions().create(question().language("en").prompt("Karst 38").build());

        assertThat(heard.asTranscription().validate().text()).isEqualTo("Is the red bag in stock?");
        assertThat(heard.asTranscription().usage().orElseThrow().asDuration().seconds()).isEqualTo(6.0);
    }

    @Test
    void verboseJson_hasItsMoments() {
        var heard = client.audio().transcriptions()
                .create(question().responseFormat(AudioResponseFormat.VERBOSE_JSON)
                        .timestampGranularities(List.of(TimestampGranularity.WORD, TimestampGranularity.SEGMENT))
                        .build());

        TranscriptionVerbose verbose = heard.asVerbose().validate();
        assertThat(verbose.duration()).isEqualTo(6.0);
        assertThat(verbose.language()).isEqualTo("en");
        assertThat(verbose.segments().orElseThrow()).hasSize(2);
        assertThat(verbose.segments().orElseThrow().getLast().noSpeechProb()).isEqualTo(0.01f);
        assertThat(verbose.words().orElseThrow()).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({"text, Is the red bag", "srt, '00:00:03,000 --> 00:00:06,000'", "vtt, WEBVTT"})
    void texts_areTexts(String format, String expected) {
        var heard = client.audio().transcriptions()
                .create(question().responseFormat(AudioResponseFormat.of(format)).build());

        assertThat(heard.asTranscription().text()).contains(expected);
    }

    @Test
    @SuppressWarnings("deprecation") // OpenAI announced the end of this operation; programs still call it.
    void translation_isEnglish() {
        var heard = client.audio().translations()
                .create(com.openai.models.audio.translations.TranslationCreateParams.builder().file(recording)
                        .model("whisper-1").build());

        assertThat(heard.asTranslation().text()).isEqualTo("Is the red bag in stock?");
        assertThat(model.speech().asked().getFirst().path()).endsWith("/translations");
    }

    @Test
    void refusal_isTheClientsOwnException() throws IOException {
        Files.write(recording, WavSample.tone(Duration.ofMillis(50)));

        assertThatThrownBy(() -> client.audio().transcriptions().create(question().build()))
                .isInstanceOfSatisfying(BadRequestException.class,
                        refused -> assertThat(refused.code()).contains("audio_too_short"));
    }

    @Test
    void nodesClient_transcribesAndTranslates() throws Exception {
        Assumptions.assumeTrue(Program.isThere("node") && Files.exists(Path.of("web-widget/node_modules/openai")));

        String printed = Program.run(Path.of("web-widget"), "node", "test/openai-audio.mjs", base.toString(),
                shop.apiKey(), recording.toString());

        JsonNode said = new ObjectMapper().readTree(printed);
        assertThat(said.path("json").asText()).isEqualTo("Is the red bag in stock?");
        assertThat(said.path("text").asText()).isEqualTo("Is the red bag in stock?\n");
        assertThat(said.path("srt").asText()).startsWith("1\n00:00:00,000 --> ");
        assertThat(said.path("vtt").asText()).startsWith("WEBVTT\n");
        assertThat(said.path("verbose").toString()).isEqualTo("[\"en\",6,2]");
        assertThat(said.path("translation").asText()).isEqualTo("Is the red bag in stock?");
        assertThat(said.path("refused").toString()).isEqualTo("[400,\"audio_not_recognised\"]");
    }
}
