package dev.parley.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.RawHttp;
import dev.parley.testsupport.ScriptedModel;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import dev.parley.testsupport.UploadedFiles;
import dev.parley.testsupport.WavSample;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Malicious files and forms are refused with the right error, without calling a model or leaving files on disk. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class HostileAudioTest {
    private static final String PATH = "/v1/audio/transcriptions";
    private static final byte[] TONE = WavSample.tone(Duration.ofSeconds(1));

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI base;
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

    @TestFactory
    Stream<DynamicTest> hostileFile_isRefusedExactly() {
        Map<String, HostileAudio.Case> cases = HostileAudio.all();
        assertThat(cases).hasSizeGreaterThanOrEqualTo(60);
        return cases.entrySet().stream().map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
            Response refused = given().header("Authorization", "Bearer " + shop.apiKey())
                    .multiPart("file", "../../../etc/cron.d/a.wav", entry.getValue().content().get()).post(PATH);

            assertThat(entry.getValue().codes().split(" ", -1)).contains(refused.<String>path("code"));
            assertThat(refused.statusCode())
                    .isEqualTo(refused.path("code").equals("audio_too_large") ? 413 : 400);
            assertThat(model.speech().asked()).isEmpty();
            UploadedFiles.areGone();
        }));
    }

    @Test
    void twentyFiveMebibytes_areTaken() {
        byte[] most = Arrays.copyOf(TONE, 25 * 1024 * 1024);
        Arrays.fill(most, 4, 8, (byte) 0xff);
        Arrays.fill(most, 40, 44, (byte) 0xff);

        given().header("Authorization", "Bearer " + shop.apiKey()).multiPart("file", "a.wav", most).post(PATH).then()
                .statusCode(200);

        assertThat(model.speech().asked().getFirst().file().length()).isEqualTo(most.length);
        UploadedFiles.areGone();
    }

    @Test
    void endlessBody_isRefusedInItsMiddle() throws IOException {
        try (Socket socket = new Socket("localhost", base.getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + shop.apiKey()
                    + "\r\nTransfer-Encoding: chunked\r\nContent-Type: multipart/form-data; boundary=x\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            chunk(out, "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] piece = new byte[1024 * 1024];
            Thread sender = Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        chunk(out, piece);
                    }
                } catch (IOException closed) {
                    // The server closed the connection early.
                }
            });

            String answer = new String(socket.getInputStream().readNBytes(400), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 413");
            sender.interrupt();
        }
        UploadedFiles.areGone();
    }

    private static void chunk(OutputStream out, byte[] content) throws IOException {
        out.write((Integer.toHexString(content.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(content);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Test
    void connectionThatBreaks_leavesNothingBehind() throws IOException {
        try (Socket socket = new Socket("localhost", base.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + shop.apiKey()
                    + "\r\nContent-Length: 5000000\r\nContent-Type: multipart/form-data; boundary=x\r\n\r\n--x\r\n"
                    + "Content-Disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(TONE);
            out.flush();
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !UploadedFiles.all().isEmpty());
        }

        UploadedFiles.areGone();
        assertThat(model.speech().asked()).isEmpty();
    }

    @Test
    void announcedTooLarge_isRefusedBeforeAByteIsRead() {
        RawHttp.Answer answer = RawHttp.send(base.getPort(), "POST", PATH, "Authorization: Bearer " + shop.apiKey()
                + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 900000000\r\n", new byte[0]);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("audio_too_large");
    }

    @TestFactory
    Stream<DynamicTest> brokenForm_isRefused() {
        String file = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\n\r\nsound";
        Map<String, String> forms = Map.of(
                "nothing", "",
                "no form", "hello",
                "without its end", file,
                "without a name", "--x\r\nContent-Type: audio/wav\r\n\r\nsound\r\n--x--\r\n",
                "without a file", "--x\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\nwhisper-1\r\n--x--\r\n",
                "two files", file + "\r\n" + file + "\r\n--x--\r\n",
                "another file", file.replace("\"file\"", "\"other\"") + "\r\n--x--\r\n",
                "headers without end", "--x\r\nA: " + "b".repeat(20_000) + "\r\n--x--\r\n",
                "parts without end", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n".repeat(200)
                        + "--x--\r\n",
                "boundary with more behind it",
                "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--x--");
        return forms.entrySet().stream().map(form -> DynamicTest.dynamicTest(form.getKey(), () -> {
            Response refused = given().header("Authorization", "Bearer " + shop.apiKey())
                    .header("Content-Type", "multipart/form-data; boundary=x").body(form.getValue().getBytes(
                            StandardCharsets.US_ASCII))
                    .post(PATH);

            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.<String>path("code")).isIn("bad_form", "audio_missing");
            UploadedFiles.areGone();
        }));
    }

    @Test
    void textsWithoutEnd_areRefused() {
        given().header("Authorization", "Bearer " + shop.apiKey()).multiPart("prompt", "a".repeat(100_000))
                .multiPart("file", "a.wav", TONE).post(PATH).then().statusCode(413);

        UploadedFiles.areGone();
    }
}
