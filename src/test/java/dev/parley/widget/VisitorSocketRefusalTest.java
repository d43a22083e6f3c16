package dev.parley.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Reply;
import dev.parley.testsupport.ScriptedModel;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Guest;
import dev.parley.testsupport.Shops.Shop;
import dev.parley.testsupport.VisitorClient;
import dev.parley.testsupport.VisitorClient.Closed;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid frames of strangers or broken clients get the documented error and do not affect other clients. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class VisitorSocketRefusalTest {
    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI site;
    @Inject
    Shops shops;
    @SuppressWarnings("NullAway.Init")
    ScriptedModel model;

    private Shop shop;
    private Guest guest;
    private VisitorClient anna;
    private VisitorClient neighbour;

    @BeforeEach
    void connect() {
        model.reset();
        shop = shops.open();
        guest = shops.visitor(shop);
        anna = VisitorClient.connect(site);
        neighbour = VisitorClient.connect(site).hello(shops.visitor(shop).token(), 0);
    }

    @AfterEach
    void neighbourNoticedNothing() {
        neighbour.pingPong();
        assertThat(neighbour.types()).containsOnly("ready", "pong");
        neighbour.close();
        anna.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://attacker.example", "null", "https://shop.example.attacker.example",
            "http://shop.example", "https://SHOP.example"})
    void pageOfAForeignOrigin_isClosedOut(String origin) {
        try (VisitorClient page = VisitorClient.connect(site, origin)) {
            assertThat(page.awaitClose()).isEqualTo(new Closed(1008, "origin_not_allowed"));
        }
    }

    @Test
    void pageOfAnotherShop_isClosedOutAtHello() {
        // The demo shop allows local pages, so the connection itself is accepted.
        try (VisitorClient page = VisitorClient.connect(site, "http://localhost:3000")) {
            page.say(Map.of("type", "hello", "token", guest.token()));

            assertThat(page.awaitClose()).isEqualTo(new Closed(1008, "origin_not_allowed"));
            assertThat(page.heard()).isEmpty();
        }
    }

    @Test
    void clientThatIsNoPage_mayTalk() {
        try (VisitorClient app = VisitorClient.connect(site, null)) {
            app.hello(guest.token(), 0).pingPong();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "pk_key", "eyJhbGciOiJub25lIn0.e30."})
    void tokenThatIsNone_isRefused(String token) {
        assertTokenRefused(token);
    }

    @Test
    void tokenWithAChangedCharacter_isRefused() {
        String token = guest.token();
        int middle = token.lastIndexOf('.') + 5;
        char other = token.charAt(middle) == 'A' ? 'B' : 'A';

        assertTokenRefused(token.substring(0, middle) + other + token.substring(middle + 1));
    }

    @Test
    void tokenSignedByAnotherShop_isRefused() throws JoseException {
        assertTokenRefused(token(shops.open(), claims(Instant.now().plusSeconds(60)), "HS256"));
    }

    @Test
    void expiredToken_isRefused() throws JoseException {
        assertTokenRefused(token(shop, claims(Instant.now().minusSeconds(1)), "HS256"));
    }

    @Test
    void tokenWithoutAnEnd_isRefused() throws JoseException {
        JwtClaims claims = claims(Instant.now().plusSeconds(60));
        claims.unsetClaim("exp");

        assertTokenRefused(token(shop, claims, "HS256"));
    }

    @Test
    void tokenForSomethingElse_isRefused() throws JoseException {
        JwtClaims claims = claims(Instant.now().plusSeconds(60));
        claims.setAudience("parley-agent");

        assertTokenRefused(token(shop, claims, "HS256"));
    }

    @Test
    void tokenWithoutASignature_isRefused() throws JoseException {
        assertTokenRefused(token(shop, claims(Instant.now().plusSeconds(60)), "none"));
    }

    private JwtClaims claims(Instant expires) {
        JwtClaims claims = new JwtClaims();
        claims.setSubject(guest.visitor().id().toString());
        claims.setIssuer(shop.id().toString());
        claims.setAudience("parley-visitor");
        claims.setExpirationTime(NumericDate.fromMilliseconds(expires.toEpochMilli()));
        return claims;
    }

    /** Signed with that shop's key. */
    private String token(Shop signer, JwtClaims claims, String algorithm) throws JoseException {
        String secret = shops.column("SELECT encode(visitor_key, 'hex') FROM tenant WHERE id = ?",
                signer.id().value()).getFirst();
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setAlgorithmHeaderValue(algorithm);
        if (algorithm.equals(AlgorithmIdentifiers.NONE)) {
            signature.setAlgorithmConstraints(org.jose4j.jwa.AlgorithmConstraints.NO_CONSTRAINTS);
        } else {
            signature.setKey(new HmacKey(HexFormat.of().parseHex(secret)));
        }
        return signature.getCompactSerialization();
    }

    private void assertTokenRefused(String token) {
        anna.say(Map.of("type", "hello", "token", token));

        assertThat(anna.awaitClose()).isEqualTo(new Closed(1008, "token_invalid"));
        assertThat(anna.awaitError("token_invalid").path("retryable").asBoolean()).isFalse();
        assertThat(anna.types()).containsExactly("error");
    }

    /** The doctor relies on the exact text. */
    @Test
    void pingBeforeHello_isAnswered() {
        anna.sayRaw("{\"type\":\"ping\"}");

        assertThat(anna.await("pong")).hasToString("{\"type\":\"pong\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":\"send\",\"id\":\"01890a5d-ac96-774b-bcce-b302099a8057\",\"text\":\"hi\"}",
            "{\"type\":\"handoff\"}", "{\"type\":\"close\"}", "{\"type\":\"seen\",\"seq\":1}",
            "{\"type\":\"typing\",\"on\":true}", "{\"type\":\"rate\",\"seq\":1,\"value\":\"up\"}",
            "{\"type\":\"stop\",\"answer\":\"01890a5d-ac96-774b-bcce-b302099a8057\"}"})
    void frameBeforeHello_isNotCarriedOut(String frame) {
        anna.sayRaw(frame);

        anna.awaitError("not_ready");
        anna.hello(guest.token(), 0);
        assertThat(anna.await("ready").path("last_seq").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"hello|bad_frame", "[]|bad_frame", "{}|bad_frame",
            "{\"type\":\"dance\"}|unknown_type", "{\"type\":\"send\",\"text\":\"hi\"}|bad_frame",
            "{\"type\":\"send\",\"id\":\"1\",\"text\":\"hi\"}|bad_id", "{\"type\":\"typing\",\"on\":1}|bad_frame",
            "{\"type\":\"seen\",\"seq\":-1}|bad_frame", "{\"type\":\"rate\",\"seq\":1,\"value\":\"up\"}|not_found",
            "{\"type\":\"rate\",\"seq\":9223372036854775807,\"value\":\"up\"}|not_found"})
    void brokenFrame_getsItsErrorAndTheSocketStaysOpen(String frame, String code) {
        anna.hello(guest.token(), 0);

        anna.sayRaw(frame);

        JsonNode error = anna.awaitError(code);
        assertThat(error.path("detail").asText()).isNotBlank();
        assertThat(error.path("retryable").asBoolean()).isFalse();
        anna.pingPong();
    }

    @Test
    void deepFrame_getsItsErrorAndTheSocketStaysOpen() {
        anna.hello(guest.token(), 0);

        anna.sayRaw("[".repeat(30_000) + "]".repeat(30_000));

        anna.awaitError("bad_frame");
        anna.pingPong();
    }

    @Test
    void messageWithoutTextOrWithTooMuch_isRefusedByItsId() {
        UUID empty = UUID.randomUUID();
        UUID huge = UUID.randomUUID();
        anna.hello(guest.token(), 0);

        anna.send(empty, " \n");
        anna.send(huge, "x".repeat(10_001));

        assertThat(anna.awaitError("text_empty").path("id").asText()).isEqualTo(empty.toString());
        assertThat(anna.awaitError("text_too_long").path("id").asText()).isEqualTo(huge.toString());
        anna.pingPong();
        assertThat(anna.all("ack")).isEmpty();
    }

    @Test
    void characterThatIsHalfOfOne_isTakenWithoutHarm() {
        anna.hello(guest.token(), 0);

        anna.sayRaw("{\"type\":\"send\",\"id\":\"" + UUID.randomUUID() + "\",\"text\":\"half \\ud83d \\u0000 here\"}");

        anna.await("ack");
        anna.pingPong();
        assertThat(anna.all("error")).isEmpty();
    }

    @Test
    void binaryMessage_isRefusedAndTheSocketStaysOpen() {
        anna.hello(guest.token(), 0);

        anna.sayBinary(new byte[]{1, 2, 3});

        anna.awaitError("bad_frame");
        anna.pingPong();
    }

    @Test
    void frameOverSixtyFourKibibytes_closesTheSocket() {
        anna.hello(guest.token(), 0);

        anna.sayRaw("{\"type\":\"ping\",\"x\":\"" + "x".repeat(65_536) + "\"}");

        assertThat(anna.awaitClose().code()).isEqualTo(1009);
    }

    @Test
    void frameOfExactlySixtyFourKibibytes_isRead() {
        String frame = "{\"type\":\"ping\",\"x\":\"\"}";
        anna.hello(guest.token(), 0);

        anna.sayRaw(frame.replace("\"\"", "\"" + "x".repeat(65_536 - frame.length()) + "\""));

        anna.await("pong");
    }

    @Test
    void flood_closesTheSocket() {
        anna.hello(guest.token(), 0);

        try {
            for (int i = 0; i < 5_000 && anna.isOpen(); i++) {
                anna.sayRaw("{\"type\":\"ping\"}");
            }
        } catch (CompletionException closedMeanwhile) {
            assertThat(closedMeanwhile).hasCauseInstanceOf(java.io.IOException.class);
        }

        assertThat(anna.awaitClose()).isEqualTo(new Closed(4429, "too_many_messages"));
    }

    @Test
    void anotherVisitorsAnswer_cannotBeStoppedOrRated() {
        shops.addEntry(shop, "How long do I have?", "You have 30 days.");
        model.next(Reply.answer("Thirty ", "days").every(500));
        anna.hello(guest.token(), 0);
        anna.ask("How long do I have?");
        String answer = anna.await("answer.begin").path("answer").asText();
        anna.await("answer.delta");

        try (VisitorClient mallory = VisitorClient.connect(site)) {
            mallory.hello(shops.visitor(shop).token(), 0);
            mallory.say(Map.of("type", "stop", "answer", answer));
            mallory.pingPong();
            assertThat(anna.await("answer.end").path("finish").asText()).isEqualTo("stop");
            mallory.say(Map.of("type", "rate", "seq", 2, "value", "down"));
            mallory.awaitError("not_found");
        }

        anna.awaitMessage("bot", "Thirty days");
        assertThat(shops.column("SELECT rating FROM message WHERE rating IS NOT NULL AND tenant_id = ?",
                shop.id().value())).isEmpty();
    }
}
