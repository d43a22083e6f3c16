package dev.parley.console;

import static dev.parley.testsupport.Problems.assertProblem;
import static dev.parley.testsupport.Shops.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.ConversationPurge;
import dev.parley.testsupport.ConsoleUser;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Guest;
import dev.parley.testsupport.Shops.Shop;
import dev.parley.testsupport.VisitorClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class AttachmentTest {
    /** Larger than one chunk. */
    private static final byte[] PICTURE = picture(700_000);

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI site;
    @Inject
    Shops shops;
    @Inject
    ConversationPurge purge;
    private Shop shop;
    private ConsoleUser ada;
    private Guest guest;
    private UUID conversation;
    private String path;

    private static byte[] picture(int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (i * 31);
        }
        byte[] magic = "\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(magic, 0, bytes, 0, magic.length);
        return bytes;
    }

    @BeforeEach
    void openShop() {
        shop = shops.open();
        ada = shops.agent(shop, "agent");
        guest = shops.visitor(shop);
        conversation = shops.conversation(shop, guest).id();
        path = "/v1/console/conversations/" + conversation;
        ada.asks().post(path + "/claim");
    }

    private Response upload(ConsoleUser agent, String name, byte[] content) {
        return agent.asks().contentType("application/octet-stream").header("X-File-Name", name).body(content)
                .post(path + "/attachments");
    }

    private String uploaded() {
        return upload(ada, "receipt.png", PICTURE).path("id");
    }

    private Response send(ConsoleUser agent, String text, List<String> attachments) {
        return agent.asks().body(
                Map.of("id", UUID.randomUUID().toString(), "text", text, "attachments", attachments))
                .post(path + "/messages");
    }

    private Response visitorGets(String attachment, String token) {
        return given().header("Origin", Shops.ORIGIN).header("Authorization", "Bearer " + token)
                .get("/v1/visitor/attachments/" + attachment);
    }

    @Test
    void upload_isDescribedByWhatItIsAndNotByWhatItSays() {
        Response added = upload(ada, "..%2F%C3%BCber%20%22uns%22%E2%80%AE.svg", PICTURE);

        assertThat(added.statusCode()).as(added.asString()).isEqualTo(201);
        assertThat(added.<String>path("type")).isEqualTo("image/png");
        assertThat(added.<String>path("name")).isEqualTo("über uns.svg");
        assertThat(added.<Integer>path("size")).isEqualTo(PICTURE.length);
    }

    @Test
    void filesThatAreNone_areRefused() {
        assertProblem(upload(ada, "x", new byte[0]), 400, "attachment_empty");
        assertProblem(upload(ada, "x.png", "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8)), 422,
                "attachment_type_refused");
        assertProblem(upload(ada, "x", picture(10 * 1024 * 1024 + 1)), 413, "too_large");
    }

    @Test
    void sentAttachment_reachesBothSocketsAndTheVisitorFetchesIt() {
        String attachment = uploaded();
        try (VisitorClient visitor = VisitorClient.connect(site).hello(guest.token(), 0);
                VisitorClient agent = VisitorClient.connectAgent(site, ConsoleUser.origin(), ada.cookie())) {
            agent.await("ready");
            agent.say(Map.of("type", "watch", "conversation", conversation.toString()));
            agent.await("watching");

            agent.say(Map.of("type", "send", "conversation", conversation.toString(), "id",
                    UUID.randomUUID().toString(), "text", "", "attachments", List.of(attachment)));

            for (VisitorClient client : List.of(visitor, agent)) {
                JsonNode file = client.awaitMessage("agent", "").path("attachments").path(0);
                assertThat(file.path("id").asText()).isEqualTo(attachment);
                assertThat(file.path("name").asText()).isEqualTo("receipt.png");
            }
        }
        Response fetched = visitorGets(attachment, guest.token());
        assertThat(fetched.statusCode()).as(fetched.asString()).isEqualTo(200);
        assertThat(fetched.asByteArray()).isEqualTo(PICTURE);
        assertThat(fetched.header("Access-Control-Allow-Origin")).isEqualTo(Shops.ORIGIN);
        List<Map<String, Object>> files = ada.asks().get(path + "/messages").path("items[-1].attachments");
        assertThat(files).singleElement().satisfies(file -> assertThat(file).containsEntry("type", "image/png"));
    }

    @Test
    void attachment_isHandedOutSoThatItCannotBeAPage() {
        String attachment = uploaded();

        Response shown = ada.asks().get(path + "/attachments/" + attachment);
        Response saved = ada.asks().get(path + "/attachments/" + attachment + "?download=1");

        assertThat(shown.asByteArray()).isEqualTo(PICTURE);
        assertThat(shown.contentType()).isEqualTo("image/png");
        assertThat(shown.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(shown.header("Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
        assertThat(shown.header("Cache-Control")).startsWith("private");
        assertThat(shown.header("Content-Disposition")).startsWith("inline; filename=\"receipt.png\"");
        assertThat(saved.header("Content-Disposition")).startsWith("attachment;");
    }

    @Test
    void attachmentThatIsNotSentYet_isItsUploadersAlone() {
        String attachment = uploaded();
        ConsoleUser colleague = shops.agent(shop, "agent");

        assertProblem(colleague.asks().get(path + "/attachments/" + attachment), 404, "not_found");
        assertProblem(visitorGets(attachment, guest.token()), 404, "not_found");
        assertThat(ada.asks().delete(path + "/attachments/" + attachment).statusCode()).isEqualTo(204);
        assertProblem(send(ada, "Here", List.of(attachment)), 409, "attachment_gone");
    }

    @Test
    void sentAttachment_goesWithOneMessageAndIsNotTakenBack() {
        String attachment = uploaded();
        assertThat(send(ada, "Here", List.of(attachment)).statusCode()).isEqualTo(200);

        assertProblem(send(ada, "Again", List.of(attachment)), 409, "attachment_gone");
        assertProblem(ada.asks().delete(path + "/attachments/" + attachment), 409, "attachment_sent");
    }

    @Test
    void otherVisitorsAndForgedTokens_getNothing() {
        String attachment = uploaded();
        send(ada, "Here", List.of(attachment));

        assertProblem(visitorGets(attachment, shops.visitor(shop).token()), 404, "not_found");
        assertProblem(visitorGets(attachment, shops.visitor(shops.open()).token()), 404, "not_found");
        assertProblem(visitorGets(attachment, "forged"), 401, "token_invalid");
    }

    @Test
    void purgedConversation_takesItsAttachmentsWithIt() {
        send(ada, "Here", List.of(uploaded()));
        uploaded();
        shops.sql("UPDATE conversation SET last_activity_at = '2020-01-01Z' WHERE id = ?", conversation);

        await(purge.purgeIdle(shop.id(), Instant.parse("2021-01-01T00:00:00Z"), 10));

        assertThat(shops.column("SELECT id FROM attachment WHERE conversation_id = ?", conversation)).isEmpty();
    }
}
