package dev.parley.widget;

import static dev.parley.testsupport.Problems.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import com.sun.net.httpserver.HttpServer;
import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Guest;
import dev.parley.testsupport.Shops.Shop;
import dev.parley.testsupport.UserJwts;
import dev.parley.testsupport.VisitorClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customers prove who they are and find their conversation again. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class SignedInVisitorTest {
    private static final String PATH = "/v1/visitor/sessions";
    private static final String USER = "customer-7";

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI site;
    @Inject
    Shops shops;
    private Shop shop;
    private String secret;

    @BeforeEach
    void openShop() {
        shop = shops.open("conversations admin");
        secret = addSecret(shop);
        mode("optional");
    }

    @Test
    void customerWithAJwt_isTheVisitorWhomTheBackendNames() {
        String named = admin().body(Map.of("visitor", USER)).post("/v1/conversations").path("visitor");

        Response session = open(Map.of("user_jwt", UserJwts.sign(UserJwts.claims(USER), secret)));

        assertThat(session.statusCode()).isEqualTo(201);
        assertThat(session.<String>path("visitor")).isEqualTo(named);
        assertThat(Instant.parse(session.path("expires_at"))).isBefore(Instant.now().plusSeconds(86_401));
    }

    @Test
    void customerWithAHash_isTheSameVisitorUnderBothItsNames() {
        String hash = UserJwts.hash(USER, secret);

        String first = open(Map.of("user_id", USER, "user_hash", hash)).path("visitor");
        String second = open(Map.of("user_id", USER, "identifier_hash", hash.toUpperCase(java.util.Locale.ROOT)))
                .path("visitor");

        assertThat(second).isNotNull().isEqualTo(first);
    }

    @Test
    void anonymousChat_goesToTheCustomerWhoSignsInOnce() {
        Guest guest = shops.visitor(shop);
        String said = conversationWithAMessage(guest);

        Response session = signIn(guest.token());
        Response elsewhere = signIn(null);

        assertThat(session.<String>path("conversation")).isEqualTo(said);
        assertThat(elsewhere.<String>path("conversation")).isEqualTo(said);
        assertThat(visitorOf(said)).isEqualTo(session.<String>path("visitor"));
        Response former = open(Map.of("token", guest.token()));
        assertThat(former.<String>path("conversation")).isNull();
        assertThat(former.<String>path("visitor")).isEqualTo(guest.visitor().id().toString());
    }

    @Test
    void socketFromBeforeTheSignIn_hearsAndSaysNothingMore() {
        Guest guest = shops.visitor(shop);
        String said = conversationWithAMessage(guest);
        try (VisitorClient before = VisitorClient.connect(site); VisitorClient racing = VisitorClient.connect(site)) {
            before.hello(guest.token(), 0).await("ready");

            String customer = signIn(guest.token()).path("token");

            assertThat(before.awaitClose().code()).isEqualTo(1008);
            try (VisitorClient after = VisitorClient.connect(site)) {
                after.hello(customer, 0);
                assertThat(after.await("ready").path("conversation").asText()).isEqualTo(said);
            }
            // The old token opens a separate conversation.
            racing.hello(guest.token(), 0);
            assertThat(racing.await("ready").path("conversation").asText()).isNotEqualTo(said);
        }
    }

    @Test
    void conversationThatChangedHands_takesNoFrameOfItsFormerVisitor() {
        Guest guest = shops.visitor(shop);
        String said = conversationWithAMessage(guest);
        for (Map<String, Object> frame : List.<Map<String, Object>>of(
                Map.of("type", "send", "id", UUID.randomUUID().toString(), "text", "Cancel my order"),
                Map.of("type", "handoff"), Map.of("type", "close"), Map.of("type", "seen", "seq", 1),
                Map.of("type", "rate", "seq", 2, "value", "up"), Map.of("type", "typing", "on", true),
                Map.of("type", "stop", "answer", UUID.randomUUID().toString()))) {
            Guest former = shops.visitor(shop);
            String own = conversationWithAMessage(former);
            try (VisitorClient late = VisitorClient.connect(site)) {
                late.hello(former.token(), 0).await("ready");
                // As if another replica had joined it: this socket gets no event.
                shops.sql(
                        "UPDATE conversation SET visitor_id = (SELECT visitor_id FROM conversation WHERE id = ?) WHERE id = ?",
                        UUID.fromString(said), UUID.fromString(own));

                late.say(frame);

                assertThat(late.awaitClose().code()).as(frame.toString()).isEqualTo(1008);
                assertThat(
                        shops.column("SELECT last_seq || state FROM conversation WHERE id = ?", UUID.fromString(own)))
                        .containsExactly("1with_bot");
            }
        }
    }

    @Test
    void anonymousChatInWhichNothingWasSaid_doesNotHideTheCustomersOwn() {
        String own = admin().body(Map.of("visitor", USER)).post("/v1/conversations").path("id");
        Guest guest = shops.visitor(shop);
        shops.conversation(shop, guest);

        assertThat(signIn(guest.token()).<String>path("conversation")).isEqualTo(own);
    }

    @Test
    void customersConversations_neverGoToAnotherCustomer() {
        String said = conversationWithAMessage(guestOf(signIn(null)));
        String first = signIn(null).path("token");

        Response other = open(Map.of("token", first, "user_jwt",
                UserJwts.sign(UserJwts.claims("customer-8"), secret)));

        assertThat(other.statusCode()).isEqualTo(201);
        assertThat(other.<String>path("conversation")).isNull();
        assertThat(visitorOf(said)).isNotEqualTo(other.<String>path("visitor"));
    }

    @Test
    void tokenOfAnotherShopsVisitor_bringsNothingAlong() {
        Shop other = shops.open();
        Guest guest = shops.visitor(other);
        String said = conversationWithAMessage(guest, other);

        assertThat(signIn(guest.token()).<String>path("conversation")).isNull();
        assertThat(visitorOf(said)).isEqualTo(guest.visitor().id().toString());
    }

    @Test
    void typedEmail_joinsNothing() {
        Map<String, Object> claims = UserJwts.claims(USER);
        claims.put("email", "ada@example.com");
        String first = open(Map.of("user_jwt", UserJwts.sign(claims, secret))).path("visitor");
        claims.put("user_id", "customer-8");

        String second = open(Map.of("user_jwt", UserJwts.sign(claims, secret))).path("visitor");

        assertThat(second).isNotNull().isNotEqualTo(first);
        assertThat(shops.column("SELECT email FROM visitor WHERE id = ?", UUID.fromString(second)))
                .containsExactly("ada@example.com");
    }

    @Test
    void customersToken_isNotProlongedWithoutANewProof() {
        Response first = signIn(null);

        Response again = open(Map.of("token", first.path("token")));

        assertThat(again.<String>path("visitor")).isEqualTo(first.path("visitor"));
        assertThat(again.<String>path("expires_at")).isEqualTo(first.path("expires_at"));
    }

    @Test
    void visitorWithoutProof_isRefusedWhereOneIsRequired() {
        Guest guest = shops.visitor(shop);
        mode("required");

        Response refused = open(Map.of("token", guest.token()));

        assertProblem(refused, 401, "identity_required");
        assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo(Shops.ORIGIN);
        try (VisitorClient client = VisitorClient.connect(site)) {
            client.say(Map.of("type", "hello", "token", guest.token(), "since", 0));
            assertThat(client.awaitClose().code()).isEqualTo(1008);
        }
        try (VisitorClient client = VisitorClient.connect(site)) {
            client.hello(signIn(null).path("token"), 0);
        }
    }

    @Test
    void forgedProofs_areRefusedAllAlike() {
        Map<String, Map<String, String>> forged = Map.of(
                "another secret", Map.of("user_jwt", UserJwts.sign(UserJwts.claims(USER), "x".repeat(40))),
                "another shop's", Map.of("user_jwt", UserJwts.sign(UserJwts.claims(USER), addSecret(
                        shops.open("admin")))),
                "no JWT", Map.of("user_jwt", "x"),
                "another hash", Map.of("user_id", USER, "user_hash", UserJwts.hash("customer-8", secret)),
                "half a hash", Map.of("user_id", USER, "user_hash", UserJwts.hash(USER, secret).substring(32)),
                "no hash", Map.of("user_id", USER, "user_hash", ""),
                "no user", Map.of("user_id", " ", "user_hash", UserJwts.hash(" ", secret)));

        List<String> details = forged.values().stream()
                .map(proof -> assertProblem(open(proof), 401, "identity_invalid")).distinct().toList();

        assertThat(details).hasSize(1);
        assertThat(shops.column("SELECT id FROM visitor WHERE tenant_id = ? AND external_id IS NOT NULL",
                shop.id().value())).isEmpty();
    }

    @Test
    void halfAProofOrTwo_isToldWhatIsMissing() {
        String jwt = UserJwts.sign(UserJwts.claims(USER), secret);

        assertProblem(open(Map.of("user_id", USER)), 400, "identity_ambiguous");
        assertProblem(open(Map.of("user_hash", "x")), 400, "identity_ambiguous");
        assertProblem(open(Map.of("user_jwt", jwt, "user_id", USER)), 400, "identity_ambiguous");
        assertProblem(open(Map.of("user_jwt", UserJwts.sign(UserJwts.claims(USER, Instant.now().minusSeconds(90)),
                secret))), 401, "identity_expired");
        assertProblem(open(Map.of("user_jwt", UserJwts.sign(Map.of("user_id", USER), secret))), 400,
                "identity_claims");
    }

    @Test
    void bothSecrets_areGoodUntilOneIsRemoved() {
        String fresh = addSecret(shop);
        assertThat(List.of(secret, fresh)).allSatisfy(each -> assertThat(open(
                Map.of("user_jwt", UserJwts.sign(UserJwts.claims(USER), each))).statusCode()).isEqualTo(201));

        String former = admin().get("/v1/identity").path("secrets[0].id");
        assertThat(admin().delete("/v1/identity/secrets/" + former).statusCode()).isEqualTo(204);

        assertProblem(open(Map.of("user_jwt", UserJwts.sign(UserJwts.claims(USER), secret))), 401, "identity_invalid");
        assertProblem(open(Map.of("user_id", USER, "user_hash", UserJwts.hash(USER, secret))), 401,
                "identity_invalid");
        assertThat(open(Map.of("user_jwt", UserJwts.sign(UserJwts.claims(USER), fresh))).statusCode()).isEqualTo(201);
    }

    @Test
    void shopThatTakesNoHashes_refusesThem() {
        assertThat(admin().body(Map.of("mode", "optional", "user_hash", false)).put("/v1/identity").statusCode())
                .isEqualTo(200);

        assertProblem(open(Map.of("user_id", USER, "user_hash", UserJwts.hash(USER, secret))), 401,
                "identity_invalid");
    }

    @Test
    void customerOfAnIdentityProvider_isCheckedByItsPublishedKeys() throws Exception {
        PublicJsonWebKey pair = RsaJwkGenerator.generateJwk(2048);
        pair.setKeyId("2026-1");
        AtomicInteger reads = new AtomicInteger();
        HttpServer provider = provider(new JsonWebKeySet(pair).toJson(), reads);
        try {
            Map<String, Object> request = new HashMap<>(Map.of("mode", "optional", "jwks",
                    Map.of("url", "http://127.0.0.1:" + provider.getAddress().getPort() + "/keys", "alg", "RS256")));
            assertProblem(admin().body(request).put("/v1/identity"), 400, "bad_jwks");
            request.put("audience", "parley");
            admin().body(request).put("/v1/identity").then().statusCode(200);
            Map<String, Object> claims = UserJwts.claims(USER);
            claims.put("aud", "parley");
            Map<String, String> header = Map.of("alg", "RS256", "kid", "2026-1");

            for (int i = 0; i < 3; i++) {
                assertThat(open(Map.of("user_jwt", UserJwts.sign(claims, header, pair.getPrivateKey()))).statusCode())
                        .isEqualTo(201);
            }

            // Once when it was set, once when it was used.
            assertThat(reads).hasValue(2);
            claims.put("aud", "another application of the same provider");
            assertProblem(open(Map.of("user_jwt", UserJwts.sign(claims, header, pair.getPrivateKey()))), 400,
                    "identity_claims");
            assertProblem(open(Map.of("user_jwt",
                    UserJwts.sign(claims, header, RsaJwkGenerator.generateJwk(2048).getPrivateKey()))), 401,
                    "identity_invalid");
        } finally {
            provider.stop(0);
        }
    }

    @Test
    void keySetThatIsNone_isRefusedWhenItIsSet() throws Exception {
        HttpServer provider = provider("{\"keys\":[]}", new AtomicInteger());
        String address = "http://127.0.0.1:" + provider.getAddress().getPort() + "/keys";
        assertProblem(setKeySet(address), 422, "jwks_unreadable");
        provider.stop(0);

        assertProblem(setKeySet(address), 422, "jwks_unreadable");
        for (String odd : List.of("file:///etc/passwd", "https://user:pw@id.example/", "http://0x7f.1/", "x", "")) {
            assertProblem(setKeySet(odd), 400, "bad_jwks");
        }
    }

    private Response setKeySet(String url) {
        return admin()
                .body(Map.of("mode", "optional", "audience", "parley", "jwks", Map.of("url", url, "alg", "RS256")))
                .put("/v1/identity");
    }

    private static HttpServer provider(String keys, AtomicInteger reads) throws IOException {
        HttpServer provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/keys", exchange -> {
            reads.incrementAndGet();
            byte[] body = keys.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        provider.start();
        return provider;
    }

    private Guest guestOf(Response session) {
        return new Guest(new dev.parley.visitor.Visitor(shop.id(), UUID.fromString(session.path("visitor"))),
                session.path("token"));
    }

    private String conversationWithAMessage(Guest guest) {
        return conversationWithAMessage(guest, shop);
    }

    private String conversationWithAMessage(Guest guest, Shop owner) {
        UUID id = shops.conversation(owner, guest).id();
        shops.sql("UPDATE conversation SET last_seq = 1 WHERE id = ?", id);
        shops.sql("INSERT INTO message (conversation_id, seq, tenant_id, author, text, at) "
                + "VALUES (?, 1, ?, 'visitor', 'Hi', now())", id, owner.id().value());
        return id.toString();
    }

    private String visitorOf(String conversation) {
        return shops.column("SELECT visitor_id FROM conversation WHERE id = ?", UUID.fromString(conversation))
                .getFirst();
    }

    private Response signIn(@Nullable String token) {
        Map<String, String> body = new HashMap<>(
                Map.of("user_jwt", UserJwts.sign(UserJwts.claims(USER), secret)));
        if (token != null) {
            body.put("token", token);
        }
        return open(body);
    }

    private Response open(Map<String, String> proof) {
        Map<String, String> body = new HashMap<>(proof);
        body.put("tenant", shop.slug());
        return given().contentType(ContentType.JSON).header("Origin", Shops.ORIGIN).body(body).post(PATH);
    }

    private void mode(String mode) {
        assertThat(admin().body(Map.of("mode", mode)).put("/v1/identity").statusCode()).isEqualTo(200);
    }

    private String addSecret(Shop owner) {
        return admin(owner).post("/v1/identity/secrets").then().statusCode(201).extract().path("secret");
    }

    private RequestSpecification admin() {
        return admin(shop);
    }

    private static RequestSpecification admin(Shop owner) {
        return given().header("Authorization", "Bearer " + owner.apiKey()).contentType(ContentType.JSON);
    }
}
