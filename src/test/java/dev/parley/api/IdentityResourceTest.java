package dev.parley.api;

import static dev.parley.testsupport.Problems.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.jose4j.keys.RsaKeyUtil;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A shop configures how its customers prove who they are. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class IdentityResourceTest {
    private static final String PATH = "/v1/identity";

    @Inject
    Shops shops;
    private Shop shop;

    @BeforeEach
    void openShop() {
        shop = shops.open("admin");
    }

    @Test
    void shopThatHasSetNothing_hasAnonymousVisitors() {
        request().get(PATH).then().statusCode(200).body("mode", equalTo("off")).body("user_hash", equalTo(true))
                .body("secrets", hasSize(0)).body("keys", hasSize(0));
    }

    @Test
    void secret_isShownOnceAndStoredSealed() {
        Response made = request().post(PATH + "/secrets");

        made.then().statusCode(201).header("Cache-Control", equalTo("no-store")).body("secret", startsWith("vs_"))
                .body("for_jwt", equalTo(true));
        request().get(PATH).then().body("secrets", hasSize(1)).body("secrets[0].id", equalTo(made.path("id")))
                .body("secrets[0].secret", nullValue());
        assertThat(shops.column("SELECT settings FROM visitor_identity WHERE tenant_id = ?", shop.id().value())
                .getFirst()).doesNotContain(made.<String>path("secret"));
    }

    @Test
    void laterOfTwoAdministrators_doesNotOverwriteTheFirst() {
        String seen = request().get(PATH).header("ETag");
        request().post(PATH + "/secrets");

        Response first = request().header("If-Match", seen).body(Map.of("mode", "required")).put(PATH);
        Response second = request().header("If-Match", seen).body(Map.of("mode", "off")).put(PATH);

        first.then().statusCode(200);
        assertProblem(second, 412, "changed_meanwhile");
        request().get(PATH).then().body("mode", equalTo("required")).header("ETag", first.header("ETag"));
    }

    @Test
    void thirdSecret_isRefused() {
        request().post(PATH + "/secrets");
        request().post(PATH + "/secrets");

        assertProblem(request().post(PATH + "/secrets"), 409, "too_many_secrets");
    }

    @Test
    void secretThatTheShopBringsAlong_isTakenWhenItIsLongEnough() {
        request().body(Map.of("secret", "chatwoot-hmac-token-24ch")).post(PATH + "/secrets").then().statusCode(201)
                .body("for_jwt", equalTo(false));

        assertProblem(request().body(Map.of("secret", "short")).post(PATH + "/secrets"), 400, "bad_secret");
        assertProblem(request().body(Map.of("secret", "with blanks in between it")).post(PATH + "/secrets"), 400,
                "bad_secret");
    }

    @Test
    void modeWithoutAnythingToCheckWith_isRefused() {
        assertProblem(request().body(Map.of("mode", "required")).put(PATH), 409, "identity_without_key");
        String id = request().post(PATH + "/secrets").path("id");
        request().body(Map.of("mode", "required")).put(PATH).then().statusCode(200);

        assertProblem(request().delete(PATH + "/secrets/" + id), 409, "identity_without_key");
    }

    @Test
    void publicKey_isKeptWithItsOneAlgorithm() throws JoseException {
        String pem = RsaKeyUtil.pemEncode(new RsaKeyUtil().generateKeyPair(2048).getPublic());
        Map<String, Object> wish = Map.of("mode", "optional", "audience", "parley", "keys",
                List.of(Map.of("kid", "2026-1", "alg", "RS256", "public_key", pem)));

        Response shown = request().body(wish).put(PATH);

        shown.then().statusCode(200).body("keys[0].kid", equalTo("2026-1")).body("audience", equalTo("parley"));
        request().body(shown.asString()).put(PATH).then().statusCode(200)
                .body("", equalTo(shown.jsonPath().getMap("")));
    }

    @Test
    void badWish_isNamed() {
        assertProblem(request().body("{}").put(PATH), 400, "field_missing");
        assertProblem(request().put(PATH), 400, "field_missing");
        assertProblem(request().body(Map.of("mode", "maybe")).put(PATH), 400, "bad_json");
        assertProblem(request().body(Map.of("mode", "off", "keys", List.of(Map.of("alg", "RS256")))).put(PATH), 400,
                "bad_key");
        assertProblem(request().body(Map.of("mode", "off", "keys",
                Collections.nCopies(6, Map.of("alg", "RS256", "public_key", "x")))).put(PATH), 400, "too_many_keys");
        assertProblem(request().body(Map.of("mode", "off", "audience", "x".repeat(301))).put(PATH), 400,
                "bad_audience");
        assertProblem(request().body(Map.of("mode", "off", "colour", "red")).put(PATH), 400, "bad_json");
    }

    @Test
    void secretOfAnotherShopOrNone_isNotFound() {
        String id = request(shops.open("admin")).post(PATH + "/secrets").path("id");

        assertProblem(request().delete(PATH + "/secrets/" + id), 404, "not_found");
        assertProblem(request().delete(PATH + "/secrets/" + UUID.randomUUID()), 404, "not_found");
        assertProblem(request().delete(PATH + "/secrets/x"), 404, "not_found");
    }

    @Test
    void keyWithoutTheScope_isRefused() {
        Shop other = shops.open("conversations faq visitors usage webhooks");

        assertProblem(request(other).get(PATH), 403, "scope_missing");
        assertProblem(request(other).body(Map.of("mode", "off")).put(PATH), 403, "scope_missing");
        assertProblem(request(other).post(PATH + "/secrets"), 403, "scope_missing");
        assertProblem(request(other).delete(PATH + "/secrets/x"), 403, "scope_missing");
        assertProblem(given().get(PATH), 401, "unauthenticated");
    }

    private RequestSpecification request() {
        return request(shop);
    }

    private static RequestSpecification request(Shop owner) {
        return given().header("Authorization", "Bearer " + owner.apiKey()).contentType(ContentType.JSON);
    }
}
