package dev.parley.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.RawHttp;
import dev.parley.testsupport.ScriptedModel;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Guest;
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
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads of voice messages: streamed to disk, refused as early as possible, and deleted afterwards. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class VoiceUploadTest {
    private static final byte[] TONE = WavSample.tone(Duration.ofSeconds(1));

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI base;
    @Inject
    Shops shops;
    @SuppressWarnings("NullAway.Init")
    ScriptedModel model;
    private Shop shop;
    private Guest guest;

    /** Who may upload recordings. */
    enum Door {
        VISITORS, SHOPS;

        String path(VoiceUploadTest test) {
            return this == VISITORS
                    ? "/v1/visitor/voice"
                    : "/v1/conversations/" + test.shops.conversation(test.shop, test.guest).id() + "/voice";
        }

        String key(VoiceUploadTest test) {
            return "Bearer " + (this == VISITORS ? test.guest.token() : test.shop.apiKey());
        }
    }

    @BeforeEach
    void openShop() {
        model.reset();
        openShop(true);
    }

    private void openShop(boolean voice) {
        shop = shops.open("conversations");
        shops.sql("UPDATE tenant SET settings = CAST(CAST(settings AS jsonb) || jsonb_build_object("
                + "'voice', jsonb_build_object('enabled', ?, 'max_seconds', 600, 'keep_hours', 24, 'glossary', false)) AS text) WHERE id = ?",
                voice, shop.id().value());
        guest = shops.visitor(shop);
    }

    @TestFactory
    Stream<DynamicTest> hostileFile_isRefusedExactly() {
        return HostileAudio.all().entrySet().stream().map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
            // Limits are per visitor.
            guest = shops.visitor(shop);
            Response refused = given().header("Authorization", Door.VISITORS.key(this))
                    .multiPart("id", UUID.randomUUID())
                    .multiPart("file", "../../../etc/cron.d/a.wav", entry.getValue().content().get())
                    .post(Door.VISITORS.path(this));

            assertThat((entry.getValue().codes() + " audio_too_long").split(" ", -1))
                    .contains(refused.<String>path("code"));
            assertThat(model.speech().asked()).isEmpty();
            isGone();
        }));
    }

    private static void isGone() {
        UploadedFiles.areGone();
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> Path.of(System.getProperty("java.io.tmpdir"))
                .toFile().list((directory, name) -> name.startsWith("parley-voice-")).length == 0);
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void recording_isHeardAndLeavesNoFile(Door door) {
        Response heard = given().header("Authorization", door.key(this)).multiPart("id", UUID.randomUUID())
                .multiPart("file", "a.wav", TONE).multiPart("peaks", "0123").post(door.path(this));

        assertThat(heard.statusCode()).as(heard.asString()).isEqualTo(201);
        assertThat(model.speech().asked()).singleElement()
                .satisfies(asked -> assertThat(asked.file().getBytes()).isEqualTo(TONE));
        isGone();
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void recordingOfMoreThanTenMegabytes_isTaken(Door door) {
        byte[] large = WavSample.tone(Duration.ofSeconds(400));

        Response heard = given().header("Authorization", door.key(this)).multiPart("id", UUID.randomUUID())
                .multiPart("file", "a.wav", large).post(door.path(this));

        assertThat(large.length).isGreaterThan(10 * 1024 * 1024);
        assertThat(heard.statusCode()).as(heard.asString()).isEqualTo(201);
        isGone();
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void endlessBody_isRefusedInItsMiddle(Door door) throws IOException {
        try (Socket socket = begun(door.path(this), door.key(this), "Transfer-Encoding: chunked")) {
            OutputStream out = socket.getOutputStream();
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
        isGone();
    }

    private Socket begun(String path, String key, String length) throws IOException {
        Socket socket = new Socket("localhost", base.getPort());
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + key
                + "\r\n" + length + "\r\nContent-Type: multipart/form-data; boundary=x\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void chunk(OutputStream out, byte[] content) throws IOException {
        out.write((Integer.toHexString(content.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(content);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void connectionThatBreaks_leavesNothingBehind(Door door) throws IOException {
        try (Socket socket = begun(door.path(this), door.key(this), "Content-Length: 5000000")) {
            OutputStream out = socket.getOutputStream();
            out.write("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(Arrays.copyOf(TONE, 4000));
            out.flush();
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !UploadedFiles.all().isEmpty());
        }

        isGone();
        assertThat(model.speech().asked()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void whoMayNot_isRefusedBeforeAByteIsRead(Door door) throws IOException {
        String path = door.path(this);

        assertThat(answerTo(path, "Bearer nobody")).startsWith("HTTP/1.1 401");
        openShop(false);
        assertThat(answerTo(door.path(this), door.key(this))).startsWith("HTTP/1.1 403").contains("voice_off");
        assertThat(UploadedFiles.all()).isEmpty();
    }

    private String answerTo(String path, String key) throws IOException {
        try (Socket socket = begun(path, key, "Content-Length: 20000000")) {
            return new String(socket.getInputStream().readNBytes(600), StandardCharsets.UTF_8);
        }
    }

    /** Small enough to arrive together with the head. */
    @ParameterizedTest
    @ValueSource(strings = {"/v1/visitor/voice", "/v1/audio/transcriptions", "/openai/v1/audio/transcriptions"})
    void smallBodyThatNobodyReads_isAnsweredAtOnce(String path) {
        RawHttp.Answer answer = RawHttp.send(base.getPort(), "POST", path, "Content-Type: text/nonsense\r\n",
                "not read".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isBetween(400, 499);
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void announcedTooLarge_isRefusedBeforeAByteIsRead(Door door) {
        RawHttp.Answer answer = RawHttp.send(base.getPort(), "POST", door.path(this), "Authorization: " + door.key(this)
                + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 900000000\r\n", new byte[0]);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("audio_too_large");
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void formThatIsNone_isRefused(Door door) {
        for (String form : new String[]{"", "hello", "--x\r\nContent-Type: audio/wav\r\n\r\nsound\r\n--x--\r\n"}) {
            given().header("Authorization", door.key(this))
                    .header("Content-Type", "multipart/form-data; boundary=x")
                    .body(form.getBytes(StandardCharsets.US_ASCII)).post(door.path(this)).then().statusCode(400);
        }
        isGone();
    }
}
