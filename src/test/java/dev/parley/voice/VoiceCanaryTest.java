package dev.parley.voice;

import static dev.parley.testsupport.Shops.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import jakarta.inject.Inject;

import dev.parley.retention.VisitorData;
import dev.parley.tenant.Tenants;
import dev.parley.testsupport.ConsoleUser;
import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Reply;
import dev.parley.testsupport.ScriptedModel;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Guest;
import dev.parley.testsupport.Shops.Shop;
import dev.parley.testsupport.VisitorClient;
import dev.parley.testsupport.WavSample;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Searches for recorded bytes in a database dump, in the database's files, in temporary files and in the log. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class VoiceCanaryTest {
    private static final String VOICE = "/v1/visitor/voice";

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI site;
    @Inject
    Shops shops;
    @Inject
    VisitorData data;
    @Inject
    RecordingPurge recordings;
    @Inject
    Tenants tenants;
    @SuppressWarnings("NullAway.Init")
    ScriptedModel model;
    private final byte[] canary = ("xyz" + UUID.randomUUID()).getBytes(StandardCharsets.US_ASCII);
    private final byte[] sound = WavSample.tone(Duration.ofSeconds(20));
    private final Instant began = Instant.now();
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord line) {
            logged.add(line.getMessage() + java.util.Arrays.toString(line.getParameters()) + line.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private Shop shop;
    private Guest guest;

    @BeforeEach
    void openShop() {
        model.reset();
        // Within each chunk, and across a boundary.
        for (int at : new int[]{1_000, RecordingStore.PIECE - 20, RecordingStore.PIECE + 1_000, sound.length - 100}) {
            System.arraycopy(canary, 0, sound, at, canary.length);
        }
        Logger.getLogger("").addHandler(ear);
        shop = shops.open("conversations faq visitors");
        shops.sql(
                "UPDATE tenant SET settings = CAST(CAST(settings AS jsonb) || jsonb_build_object('voice', jsonb_build_object("
                        + "'enabled', true, 'max_seconds', 60, 'keep_hours', 24, 'glossary', true)) AS text) WHERE id = ?",
                shop.id().value());
        guest = shops.visitor(shop);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(ear);
    }

    private RequestSpecification visitor() {
        return given().header("Origin", Shops.ORIGIN).header("Authorization", "Bearer " + guest.token());
    }

    private String record() {
        String id = UUID.randomUUID().toString();
        assertThat(visitor().multiPart("id", id).multiPart("file", "a.wav", sound).post(VOICE).statusCode())
                .isEqualTo(201);
        return id;
    }

    private String send(String recording) {
        try (VisitorClient client = VisitorClient.connect(site).hello(guest.token(), 0)) {
            client.await("ready");
            client.say(Map.of("type", "send", "id", UUID.randomUUID().toString(), "text", "Hello", "recording",
                    recording));
            client.await("ack");
        }
        return shops.column("SELECT id FROM conversation WHERE tenant_id = ?", shop.id().value()).getFirst();
    }

    @Test
    void recordedBytes_areNowhereInPlain_andNowhereAtAllOnceTheirTimeIsOver() throws IOException {
        String transcribed = record();
        model.speech().always(Reply.error(500, null, null));
        String failed = record();
        model.speech().always(null);
        visitor().multiPart("id", failed).post(VOICE);
        String conversation = send(transcribed);
        ConsoleUser agent = shops.agent(shop, "agent");
        assertThat(visitor().get(VOICE + "/" + transcribed).asByteArray()).isEqualTo(sound);
        agent.asks().header("Range", "bytes=0-300000")
                .get("/v1/console/conversations/" + conversation + "/recordings/" + transcribed);
        byte[] sealed = HexFormat.of().parseHex(shops.column("SELECT encode(substring(content FROM 1000 FOR 40), 'hex')"
                + " FROM recording_piece WHERE recording_id = ? AND n = 0", UUID.fromString(transcribed)).getFirst());
        assertNotInPlain();
        assertThat(inTables(sealed)).containsExactly("recording_piece");

        shops.sql("UPDATE recording SET created_at = created_at - INTERVAL '25 hours',"
                + " keep_until = keep_until - INTERVAL '25 hours' WHERE tenant_id = ?", shop.id().value());
        await(tenants.latest(shop.id()).chain(tenant -> recordings.purge(tenant, Instant.now(), Instant.EPOCH, 10)));

        assertNotInPlain();
        assertThat(inTables(sealed)).isEmpty();
    }

    @Test
    void recordedBytes_areNowhereOnceTheirVisitorIsErasedOrHasCancelled() throws IOException {
        send(record());
        String cancelled = record();
        assertThat(visitor().delete(VOICE + "/" + cancelled).statusCode()).isEqualTo(204);
        record();

        await(data.erase(shop.id(), guest.visitor().id().toString()));

        assertNotInPlain();
        assertThat(shops.column("SELECT n FROM recording_piece WHERE tenant_id = ?", shop.id().value())).isEmpty();
    }

    private void assertNotInPlain() throws IOException {
        assertThat(inTables(canary)).isEmpty();
        // Flushes the database's memory to its files.
        shops.sql("CHECKPOINT");
        assertThat(inFiles(Path.of(shops.column("SHOW data_directory").getFirst()))).isEmpty();
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Path planted = Files.write(Files.createTempFile("voice-canary", null), canary);
        assertThat(inFiles(temporary)).as("the search itself").containsExactly(planted);
        Files.delete(planted);
        assertThat(inFiles(temporary)).isEmpty();
        assertThat(logged).noneMatch(line -> line.contains(new String(canary, StandardCharsets.US_ASCII))
                || line.contains(HexFormat.of().formatHex(canary))
                || line.contains(Base64.getEncoder().encodeToString(canary)));
    }

    /** In every row of every table, bytes as hexadecimal digits as in a dump. */
    private List<String> inTables(byte[] wanted) {
        String hex = HexFormat.of().formatHex(wanted);
        String text = new String(wanted, StandardCharsets.ISO_8859_1).replace("\u0000", "");
        return shops.column("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
                + " AND table_type = 'BASE TABLE' ORDER BY 1").stream()
                .filter(table -> !shops.column("SELECT 1 FROM " + table + " t WHERE position(? in CAST(t AS text)) > 0"
                        + " OR position(? in CAST(t AS text)) > 0 LIMIT 1", hex, text).isEmpty())
                .toList();
    }

    /** Files written since the test began. */
    private List<Path> inFiles(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes is) throws IOException {
                if (is.isRegularFile() && !is.lastModifiedTime().toInstant().isBefore(began.minusSeconds(1))
                        && holdsCanary(file)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private boolean holdsCanary(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            int matched = 0;
            for (int next = in.read(); next >= 0; next = in.read()) {
                // Its first byte occurs only once in it.
                matched = next == canary[matched] ? matched + 1 : next == canary[0] ? 1 : 0;
                if (matched == canary.length) {
                    return true;
                }
            }
        } catch (java.nio.file.NoSuchFileException | java.nio.file.AccessDeniedException gone) {
            return false;
        }
        return false;
    }
}
