package dev.parley.voice;

import static dev.parley.testsupport.Problems.assertProblem;
import static dev.parley.testsupport.Shops.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.ConversationPurge;
import dev.parley.retention.VisitorData;
import dev.parley.speech.Speech;
import dev.parley.tenant.Tenants;
import dev.parley.testsupport.ConsoleUser;
import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Guest;
import dev.parley.testsupport.Shops.Shop;
import dev.parley.testsupport.VisitorClient;
import dev.parley.testsupport.WavSample;
import dev.parley.visitor.Visitor;
import dev.parley.visitor.Visitors;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class VoiceMessageTest {
    /** Larger than one chunk. */
    private static final byte[] SOUND = WavSample.tone(Duration.ofSeconds(20));
    private static final String SAID = "How long may I send shoes back?";

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
    ConversationPurge conversations;
    @Inject
    Tenants tenants;
    @Inject
    Visitors visitors;
    @Inject
    Recordings taken;
    @Inject
    Speech real;
    @Inject
    Glossary glossary;
    private ScriptedTranscriber speech;
    private Shop shop;
    private Guest guest;
    private String id;

    @BeforeEach
    void openShop() {
        speech = new ScriptedTranscriber(real, glossary).transcribes(SAID);
        QuarkusMock.installMockForType(speech, RecordingTranscriber.class);
        openShop("{\"enabled\": true, \"max_seconds\": 60, \"keep_hours\": 24, \"glossary\": true}");
        id = UUID.randomUUID().toString();
    }

    private void openShop(String voice) {
        shop = shops.open("conversations faq visitors");
        shops.sql(
                "UPDATE tenant SET settings = CAST(CAST(settings AS jsonb) || jsonb_build_object('voice', CAST(? AS jsonb)) AS text) WHERE id = ?",
                voice, shop.id().value());
        guest = shops.visitor(shop);
    }

    private RequestSpecification visitor() {
        return visitor(guest);
    }

    private static RequestSpecification visitor(Guest who) {
        return given().header("Origin", Shops.ORIGIN).header("Authorization", "Bearer " + who.token());
    }

    private Response record(byte[] sound) {
        return visitor().multiPart("id", id).multiPart("file", "../../x.png", sound)
                .multiPart("peaks", "0123456789").post("/v1/visitor/voice");
    }

    private Response again() {
        return visitor().multiPart("id", id).post("/v1/visitor/voice");
    }

    private RequestSpecification shop() {
        return given().header("Authorization", "Bearer " + shop.apiKey()).contentType(ContentType.JSON);
    }

    private void say(VisitorClient client, String text) {
        client.say(Map.of("type", "send", "id", UUID.randomUUID().toString(), "text", text, "recording", id));
    }

    private List<String> pieces() {
        return shops.column("SELECT n FROM recording_piece WHERE tenant_id = ?", shop.id().value());
    }

    @Test
    void firstMessage_isRecordedTranscribedEditedAndSent() {
        Response recorded = record(SOUND);

        assertThat(recorded.statusCode()).as(recorded.asString()).isEqualTo(201);
        assertThat(recorded.<String>path("text")).isEqualTo(SAID);
        assertThat(recorded.<String>path("language")).isEqualTo("en");
        assertThat(recorded.<Float>path("seconds")).isEqualTo(20f);
        assertThat(shops.column("SELECT id FROM conversation WHERE tenant_id = ?", shop.id().value())).isEmpty();
        try (VisitorClient client = VisitorClient.connect(site).hello(guest.token(), 0)) {
            client.await("ready");
            say(client, "How long may I send boots back?");

            JsonNode message = client.awaitMessage("visitor", "How long may I send boots back?");
            JsonNode recording = message.path("recording");
            assertThat(recording.path("id").asText()).isEqualTo(id);
            assertThat(recording.path("heard").asText()).isEqualTo(SAID);
            assertThat(recording.path("seconds").asDouble()).isEqualTo(20);
            assertThat(recording.path("peaks").asText()).isEqualTo("0123456789");
            assertThat(recording.path("available").asBoolean()).isTrue();
            client.await("answer.end");
        }
    }

    @Test
    void sentRecording_isServedInPartsToItsPeopleAlone() {
        record(SOUND);
        String conversation = send(SAID);
        ConsoleUser agent = shops.agent(shop, "agent");
        String console = "/v1/console/conversations/" + conversation + "/recordings/" + id;

        Response whole = visitor().get("/v1/visitor/voice/" + id);
        Response part = agent.asks().header("Range", "bytes=262000-262999").get(console);
        Response end = shop().header("Range", "bytes=-10")
                .get("/v1/conversations/" + conversation + "/recordings/" + id);

        assertThat(whole.asByteArray()).isEqualTo(SOUND);
        assertThat(whole.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(whole.header("Content-Length")).isEqualTo(Integer.toString(SOUND.length));
        assertThat(whole.contentType()).isEqualTo("audio/wav");
        assertThat(whole.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(whole.header("Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
        assertThat(whole.header("Access-Control-Allow-Origin")).isEqualTo(Shops.ORIGIN);
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.header("Content-Range")).isEqualTo("bytes 262000-262999/" + SOUND.length);
        assertThat(part.asByteArray()).isEqualTo(Arrays.copyOfRange(SOUND, 262_000, 263_000));
        assertThat(end.asByteArray()).isEqualTo(Arrays.copyOfRange(SOUND, SOUND.length - 10, SOUND.length));
        Response beyond = agent.asks().header("Range", "bytes=" + SOUND.length + "-").get(console);
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(beyond.header("Content-Range")).isEqualTo("bytes */" + SOUND.length);
        assertProblem(visitor(shops.visitor(shop)).get("/v1/visitor/voice/" + id), 404, "not_found");
        assertProblem(shops.agent(shops.open(), "agent").asks().get(console), 404, "not_found");
        assertProblem(given().get("/v1/visitor/voice/" + id), 401, "token_invalid");
    }

    /** Sends the text with the recording and returns the conversation. */
    private String send(String text) {
        try (VisitorClient client = VisitorClient.connect(site).hello(guest.token(), 0)) {
            client.await("ready");
            say(client, text);
            client.await("ack");
        }
        return shops.column("SELECT id FROM conversation WHERE tenant_id = ?", shop.id().value()).getFirst();
    }

    @Test
    void unsentRecording_isNobodysButTheVisitors() {
        record(SOUND);
        String conversation = shops.conversation(shop, guest).id().toString();
        Guest other = shops.visitor(shop);

        assertProblem(shops.agent(shop, "agent").asks()
                .get("/v1/console/conversations/" + conversation + "/recordings/" + id), 404, "not_found");
        assertProblem(visitor(other).get("/v1/visitor/voice/" + id), 404, "not_found");
        assertProblem(visitor(other).delete("/v1/visitor/voice/" + id), 404, "not_found");
        assertProblem(visitor(other).multiPart("id", id).post("/v1/visitor/voice"), 409, "recording_id_taken");
        assertThat(visitor().get("/v1/visitor/voice/" + id).asByteArray()).isEqualTo(SOUND);
        assertThat(visitor().delete("/v1/visitor/voice/" + id).statusCode()).isEqualTo(204);
        assertThat(pieces()).isEmpty();
        assertProblem(visitor().get("/v1/visitor/voice/" + id), 404, "not_found");
    }

    @Test
    void sameIdAgain_isNotTranscribedAgain() {
        record(SOUND);

        assertThat(record(SOUND).<String>path("text")).isEqualTo(SAID);
        assertThat(again().<String>path("text")).isEqualTo(SAID);
        assertThat(speech.wishes).hasSize(1);
    }

    @Test
    void twoUploadsAtOnce_areTranscribedOnce() throws Exception {
        CompletableFuture<String> said = new CompletableFuture<>();
        speech.transcribesLater(Uni.createFrom().completionStage(said));
        CompletableFuture<Response> first = CompletableFuture.supplyAsync(() -> record(SOUND));
        CompletableFuture<Response> second = CompletableFuture.supplyAsync(() -> record(SOUND));
        org.awaitility.Awaitility.await().until(() -> !speech.wishes.isEmpty());

        said.complete(SAID);

        assertThat(first.get().<String>path("text")).isEqualTo(SAID);
        assertThat(second.get().<String>path("text")).isEqualTo(SAID);
        assertThat(speech.wishes).hasSize(1);
    }

    @Test
    void laneThatIsDown_leavesTheRecordingForAnotherTryWithoutItsFile() {
        speech.isDown();

        Response failed = record(SOUND);
        speech.transcribes(SAID);
        Response retried = again();

        assertThat(failed.statusCode()).as(failed.asString()).isEqualTo(201);
        assertThat(failed.<String>path("text")).isNull();
        assertThat(failed.<String>path("failure.code")).isEqualTo("speech_unavailable");
        assertThat(failed.<Boolean>path("failure.retryable")).isTrue();
        assertThat(failed.<Boolean>path("available")).isTrue();
        assertThat(retried.<String>path("text")).isEqualTo(SAID);
        assertThat(speech.clips.getLast().size()).isEqualTo(SOUND.length);
        assertThat(speech.clips.getLast().file()).doesNotExist();
    }

    @Test
    void recordingWithoutText_goesToAPerson() {
        speech.isDown();
        record(SOUND);

        String conversation = send("");

        ConsoleUser agent = shops.agent(shop, "agent");
        org.awaitility.Awaitility.await().untilAsserted(() -> assertThat(
                agent.asks().get("/v1/console/conversations/" + conversation)
                        .<String>path("conversation.handoff.reason"))
                .isEqualTo("recording"));
        assertThat(agent.asks().get("/v1/console/conversations/" + conversation + "/recordings/" + id).asByteArray())
                .isEqualTo(SOUND);
        List<Map<String, Object>> thread = agent.asks().get("/v1/console/conversations/" + conversation + "/messages")
                .path("items");
        assertThat(thread.getFirst()).containsEntry("text", "").containsKey("recording");
        assertThat(thread).anySatisfy(line -> assertThat(line).containsEntry("finish", "handoff"));
    }

    @Test
    void recording_goesWithOneMessage() {
        record(SOUND);
        send(SAID);

        try (VisitorClient client = VisitorClient.connect(site).hello(guest.token(), 0)) {
            client.await("ready");
            say(client, "Once more");
            client.awaitError("recording_gone");
        }
        assertProblem(visitor().delete("/v1/visitor/voice/" + id), 409, "recording_sent");
    }

    @Test
    void shopsServer_isToldOfTheRecording() {
        shops.sql(
                "INSERT INTO webhook (id, tenant_id, url, events, sealed_secret, created_at, paused_at, pause_reason) "
                        + "VALUES (?, ?, 'http://127.0.0.1:8099/', '{message.created}', 'x', now(), now(), 'by_hand')",
                UUID.randomUUID(), shop.id().value());
        record(SOUND);

        send("Something else");

        assertThat(shops.column(
                "SELECT CAST(CAST(body AS jsonb) #> '{data,message,recording}' AS text) FROM webhook_delivery"
                        + " WHERE tenant_id = ? AND event = 'message.created' ORDER BY happened_at LIMIT 1",
                shop.id().value())).singleElement().satisfies(told -> assertThat(told)
                        .contains(id, SAID, "\"seconds\": 20").doesNotContain("peaks"));
    }

    @Test
    void unsentRecordingOfAnAnonymousVisitor_goesWithTheCustomerWhoSignsIn() {
        record(SOUND);
        Visitor customer = await(visitors.named(shop.id(), "customer 7"));

        await(taken.join(guest.visitor(), customer));

        assertThat(shops.column("SELECT visitor_id FROM recording WHERE tenant_id = ?", shop.id().value()))
                .containsExactly(customer.id().toString());
        assertProblem(visitor().get("/v1/visitor/voice/" + id), 404, "not_found");
    }

    @Test
    void shopWhoseBotNeverHandsOver_asksTheVisitorToType() {
        shops.sql("INSERT INTO handoff_settings (tenant_id, settings) VALUES (?, ?)", shop.id().value(),
                "{\"assign\":false,\"capacity\":5,\"patience_seconds\":120,\"when_nobody\":\"back_to_bot\",\"hours\":{\"zone\":\"UTC\",\"shifts\":[],\"holidays\":[]},\"bot_hands_over\":\"never\"}");
        record(SOUND);
        try (VisitorClient client = VisitorClient.connect(site).hello(guest.token(), 0)) {
            client.await("ready");

            say(client, "");

            client.await("message", frame -> frame.path("author").asText().equals("bot")
                    && frame.path("finish").asText().equals("courtesy"));
        }
    }

    @Test
    void resentMessage_isTheSameWithItsRecording() {
        record(SOUND);
        String conversation = shops.conversation(shop, guest).id().toString();
        Map<String, String> message = Map.of("id", UUID.randomUUID().toString(), "text", SAID, "recording", id);

        Response first = shop().body(message).post("/v1/conversations/" + conversation + "/messages");
        Response second = shop().body(message).post("/v1/conversations/" + conversation + "/messages");

        assertThat(second.<Integer>path("question_seq")).isEqualTo(first.<Integer>path("question_seq"));
        Map<String, Object> shown = shop().get("/v1/conversations/" + conversation + "/messages")
                .path("items[0].recording");
        assertThat(shown).containsKeys("id", "seconds").doesNotContainKey("heard");
    }

    @Test
    void shopThatKeepsNothing_transcribesAndForgets() {
        openShop("{\"enabled\": true, \"max_seconds\": 60, \"keep_hours\": 0, \"glossary\": true}");

        Response recorded = record(SOUND);

        assertThat(recorded.<String>path("text")).isEqualTo(SAID);
        assertThat(recorded.<Boolean>path("available")).isFalse();
        assertThat(pieces()).isEmpty();
        assertProblem(visitor().get("/v1/visitor/voice/" + id), 404, "not_found");
        try (VisitorClient client = VisitorClient.connect(site).hello(guest.token(), 0)) {
            client.await("ready");
            say(client, "");
            client.awaitError("recording_not_kept");
            say(client, SAID);
            assertThat(client.awaitMessage("visitor", SAID).path("recording").path("available").asBoolean(true))
                    .isFalse();
        }
    }

    @Test
    void storedSound_isUnreadableWithoutTheKey() {
        record(SOUND);

        assertThat(pieces()).hasSize(3);
        assertThat(shops.column("SELECT n FROM recording_piece WHERE position(? in content) > 0",
                Arrays.copyOf(SOUND, 40))).isEmpty();
    }

    @Test
    void speechModel_getsTheNamesThatTheShopUses() {
        shops.addEntry(shop, "Karst?", "A boot.");

        record(SOUND);

        assertThat(speech.wishes.getFirst().prompt()).endsWith("Sample shop.");
    }

    @Test
    void badUploads_areRefusedAndLeaveNothing() {
        assertProblem(record(new byte[0]), 400, "audio_empty");
        assertProblem(record(WavSample.tone(Duration.ofSeconds(61))), 400, "audio_too_long");
        assertProblem(again(), 404, "recording_gone");
        assertProblem(visitor().multiPart("id", "x").multiPart("file", "a.wav", SOUND).post("/v1/visitor/voice"), 400,
                "bad_id");
        assertProblem(given().multiPart("id", id).multiPart("file", "a.wav", SOUND).post("/v1/visitor/voice"), 401,
                "token_invalid");
        assertThat(shops.column("SELECT id FROM recording WHERE tenant_id = ?", shop.id().value())).isEmpty();
    }

    @Test
    void shopWithoutVoice_takesNone() {
        openShop("{\"enabled\": false, \"max_seconds\": 60, \"keep_hours\": 24, \"glossary\": true}");

        assertProblem(record(SOUND), 403, "voice_off");
        assertThat(session()).doesNotContainKey("voice");
    }

    private Map<String, Object> session() {
        return given().header("Origin", Shops.ORIGIN).contentType(ContentType.JSON)
                .body(Map.of("tenant", shop.slug())).post("/v1/visitor/sessions").path("settings");
    }

    @Test
    void shopsOwnSystem_speaksForAVisitor() {
        String conversation = shops.conversation(shop, guest).id().toString();

        Response recorded = given().header("Authorization", "Bearer " + shop.apiKey()).multiPart("id", id)
                .multiPart("file", "a.wav", SOUND).multiPart("language", "de-CH")
                .post("/v1/conversations/" + conversation + "/voice");

        assertThat(recorded.statusCode()).as(recorded.asString()).isEqualTo(201);
        assertThat(speech.wishes.getFirst().language()).isEqualTo("de");
        assertThat(shop().body(Map.of("text", SAID, "recording", id))
                .post("/v1/conversations/" + conversation + "/messages").statusCode()).isEqualTo(200);
        assertProblem(given().header("Authorization", "Bearer " + shop.apiKey()).multiPart("id", id)
                .multiPart("file", "a.wav", SOUND).post("/v1/conversations/" + UUID.randomUUID() + "/voice"), 404,
                "not_found");
    }

    @Test
    void transcript_isFoundThoughSomethingElseWasSent() {
        speech.transcribes("Wo bleibt mein Zirkoniapaket?");
        record(SOUND);
        String conversation = send("Where is it?");
        ConsoleUser agent = shops.agent(shop, "agent");

        List<Map<String, Object>> found = agent.asks().get("/v1/console/search?q=zirkoniapaket").path("items");

        assertThat(found).singleElement().satisfies(hit -> {
            assertThat(hit).containsEntry("conversation", conversation);
            assertThat((String) hit.get("excerpt")).contains("Where is it?").contains("Zirkoniapaket");
        });
    }

    @Test
    void recordingWhoseTimeIsOver_isNowhereAnyMore() {
        speech.transcribes("My cat is called Zirkonia");
        record(SOUND);
        String conversation = send("Another text");
        shops.sql(
                "UPDATE recording SET created_at = created_at - INTERVAL '25 hours', keep_until = keep_until - INTERVAL '25 hours'"
                        + " WHERE tenant_id = ?",
                shop.id().value());

        assertProblem(visitor().get("/v1/visitor/voice/" + id), 404, "not_found");
        await(tenants.latest(shop.id()).chain(tenant -> recordings.purge(tenant, Instant.now(), Instant.EPOCH, 10)));
        assertNowhere("fmt ");
        assertThat(shops.column("SELECT heard FROM message WHERE conversation_id = ? AND seq = 1",
                UUID.fromString(conversation))).containsExactly("My cat is called Zirkonia");
        assertThat(pieces()).isEmpty();
        shops.sql("UPDATE conversation SET last_activity_at = '2020-01-01Z' WHERE id = ?",
                UUID.fromString(conversation));
        await(conversations.purgeIdle(shop.id(), Instant.parse("2021-01-01T00:00:00Z"), 10));

        assertNowhere("Zirkonia");
    }

    @Test
    void shopThatKeepsSoundForLess_saysSoInOldMessages() {
        record(SOUND);
        String conversation = send(SAID);
        String thread = "/v1/conversations/" + conversation + "/messages";
        ConsoleUser owner = shops.agent(shop, "administrator");
        assertThat(shop().get(thread).<Boolean>path("items[0].recording.available")).isTrue();
        shops.sql("UPDATE recording SET created_at = created_at - INTERVAL '2 hours' WHERE tenant_id = ?",
                shop.id().value());

        assertThat(owner.asks().body(Map.of("keep_hours", 1)).put("/v1/console/settings/voice").statusCode())
                .isEqualTo(200);

        assertThat(shop().get(thread).<Boolean>path("items[0].recording.available")).isFalse();
        assertThat(owner.asks().get("/v1/console/conversations/" + conversation + "/messages")
                .<Boolean>path("items[0].recording.available")).isFalse();
        assertProblem(visitor().get("/v1/visitor/voice/" + id), 404, "not_found");
        try (VisitorClient client = VisitorClient.connect(site).hello(guest.token(), 0)) {
            assertThat(client.awaitMessage("visitor", SAID).path("recording").path("available").asBoolean(true))
                    .isFalse();
        }
    }

    @Test
    void recordingThatIsPurgedSoonerThanItsMessageSaid_isNotAvailableThere() {
        record(SOUND);
        String conversation = send(SAID);
        shops.sql("UPDATE recording SET keep_until = now() - INTERVAL '1 minute' WHERE tenant_id = ?",
                shop.id().value());

        await(tenants.latest(shop.id()).chain(tenant -> recordings.purge(tenant, Instant.now(), Instant.EPOCH, 10)));

        assertThat(shop().get("/v1/conversations/" + conversation + "/messages")
                .<Boolean>path("items[0].recording.available")).isFalse();
    }

    @Test
    void shopThatKeepsSoundForLonger_promisesNothingMoreOfOldOnes() {
        record(SOUND);
        send(SAID);
        String before = shops.column("SELECT recording FROM message WHERE tenant_id = ? AND recording IS NOT NULL",
                shop.id().value()).getFirst();

        shops.agent(shop, "administrator").asks().body(Map.of("keep_hours", 48)).put("/v1/console/settings/voice");

        assertThat(shops.column("SELECT recording FROM message WHERE tenant_id = ? AND recording IS NOT NULL",
                shop.id().value())).containsExactly(before);
    }

    /** Not in any table nor in the temporary folder. */
    private void assertNowhere(String canary) {
        String hex = HexFormat.of().formatHex(canary.getBytes(StandardCharsets.UTF_8));
        for (String table : shops
                .column("SELECT table_name FROM information_schema.columns WHERE column_name = 'tenant_id'"
                        + " AND table_schema = 'public'")) {
            assertThat(shops.column("SELECT CAST(t AS text) FROM " + table + " t WHERE tenant_id = ?",
                    shop.id().value())).as(table).noneMatch(row -> row.contains(canary) || row.contains(hex));
        }
        assertThat(Path.of(System.getProperty("java.io.tmpdir")).toFile()
                .list((directory, name) -> name.startsWith("parley-voice-"))).isEmpty();
    }

    @Test
    void erasedVisitor_leavesNoRecording() {
        record(SOUND);
        send("Another text");
        id = UUID.randomUUID().toString();
        record(SOUND);
        assertThat(shop().get("/v1/visitors/" + guest.visitor().id() + "/data")
                .<List<Object>>path("unsent_recordings")).hasSize(1);

        VisitorData.Receipt receipt = await(data.erase(shop.id(), guest.visitor().id().toString()));

        assertThat(receipt.recordings()).isEqualTo(2);
        assertThat(pieces()).isEmpty();
        assertThat(shops.column("SELECT id FROM recording WHERE tenant_id = ?", shop.id().value())).isEmpty();
    }
}
