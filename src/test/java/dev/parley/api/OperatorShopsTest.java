package dev.parley.api;

import static dev.parley.testsupport.Problems.assertProblem;
import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.parley.retention.ShopPurge;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of a shop as its operator sees it, from creation to the receipt for its deletion. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class OperatorShopsTest {
    @Inject
    Shops shops;
    @Inject
    ShopPurge purge;

    private String slug = "s-" + UUID.randomUUID();

    private static RequestSpecification operator() {
        return given().header("Authorization", "Bearer " + PostgresResource.OPERATOR_KEY)
                .contentType(ContentType.JSON);
    }

    private Map<String, Object> wish() {
        return new HashMap<>(Map.of("slug", slug, "name", "Shoes & more", "origins", List.of("https://shoes.example")));
    }

    private Response make() {
        Response made = operator().body(wish()).post("/v1/operator/shops");
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        return made;
    }

    private Response patch(Map<String, ?> change) {
        return operator().body(change).patch("/v1/operator/shops/" + slug);
    }

    private static RequestSpecification key(Response made) {
        return given().header("Authorization", "Bearer " + made.path("api_key")).contentType(ContentType.JSON);
    }

    private static Response addEntry(Response made) {
        return key(made).body(Map.of("question", "Do you repair shoes?", "answer", "Yes, all of them."))
                .post("/v1/faq/entries");
    }

    @Test
    void aNewShop_opensWithItsKeyAndItsLink() {
        Response made = make();

        assertThat(made.<String>path("shop.slug")).isEqualTo(slug);
        assertThat(made.<List<String>>path("shop.origins")).containsExactly("https://shoes.example");
        assertThat(made.<Boolean>path("shop.suspended")).isFalse();
        assertThat(made.header("Location")).endsWith("/v1/operator/shops/" + slug);
        assertThat(made.header("Cache-Control")).isEqualTo("no-store");
        assertThat(key(made).get("/v1/keys").statusCode()).isEqualTo(200);
        assertThat(addEntry(made).statusCode()).isEqualTo(201);
        String link = made.path("admin_link");
        assertThat(link).matches("http://localhost:\\d+/console#password=[\\w-]+");

        String token = link.substring(link.indexOf('=') + 1);
        int chosen = given().contentType(ContentType.JSON).header("X-Parley-Console", "1")
                .header("Origin", origin(link)).body(Map.of("token", token, "password", "correct horse battery"))
                .post("/v1/console/password-reset/confirm").statusCode();
        Response signedIn = given().contentType(ContentType.JSON).header("X-Parley-Console", "1")
                .header("Origin", origin(link))
                .body(Map.of("email", made.path("admin_email"), "password", "correct horse battery"))
                .post("/v1/console/session");

        assertThat(chosen).isEqualTo(204);
        assertThat(signedIn.statusCode()).as(signedIn.asString()).isIn(200, 201);
        assertThat(signedIn.asString()).contains("administrator");
    }

    private static String origin(String link) {
        return link.substring(0, link.indexOf("/console"));
    }

    @Test
    void aVisitor_isLetInFromTheShopsPagesAlone() {
        make();

        assertThat(session("https://shoes.example", "en").statusCode()).isEqualTo(201);
        assertProblem(session("https://elsewhere.example", "en"), 403, "origin_not_allowed");

        patch(Map.of("origins", List.of("https://elsewhere.example")));

        assertProblem(session("https://shoes.example", "en"), 403, "origin_not_allowed");
        assertThat(session("https://elsewhere.example", "en").statusCode()).isEqualTo(201);
    }

    private Response session(String origin, String locale) {
        return given().contentType(ContentType.JSON).header("Origin", origin)
                .body(Map.of("tenant", slug, "locale", locale)).post("/v1/visitor/sessions");
    }

    @Test
    void aTakenSlug_isRefused() {
        make();

        assertProblem(operator().body(wish()).post("/v1/operator/shops"), 409, "slug_taken");
        operator().delete("/v1/operator/shops/" + slug);
        assertProblem(operator().body(wish()).post("/v1/operator/shops"), 409, "slug_taken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "console", "operator"})
    void aWordOfParleysOwn_isNoSlug(String reserved) {
        Map<String, Object> wish = wish();
        wish.put("slug", reserved);

        Response refused = operator().body(wish).post("/v1/operator/shops");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.<String>path("code")).isEqualTo(reserved.equals("demo") ? "slug_taken" : "slug_reserved");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "https://*.shop.example", "https://shop.example/path", "shop.example",
            "javascript://shop.example", "https://shop.example:99999", "null", ""})
    void anOriginThatIsNone_isRefused(String origin) {
        Map<String, Object> wish = wish();
        wish.put("origins", List.of(origin));

        assertThat(assertProblem(operator().body(wish).post("/v1/operator/shops"), 400, "bad_origins"))
                .contains("`origins`");
        make();
        assertProblem(patch(Map.of("origins", List.of(origin))), 400, "bad_origins");
    }

    @Test
    void whatIsMissingOrUnknown_isNamed() {
        for (String field : List.of("slug", "name", "origins")) {
            Map<String, Object> wish = wish();
            wish.remove(field);
            assertProblem(operator().body(wish).post("/v1/operator/shops"), 400, "bad_" + field);
        }
        Map<String, Object> wish = wish();
        wish.put("limits", Map.of("messages", 5));
        assertProblem(operator().body(wish).post("/v1/operator/shops"), 400, "bad_limits");
        wish.put("limits", Map.of("agents", 1.5));
        assertProblem(operator().body(wish).post("/v1/operator/shops"), 400, "bad_json");
        wish.put("limits", Map.of("agents", -1));
        assertProblem(operator().body(wish).post("/v1/operator/shops"), 400, "bad_limits");
        assertProblem(operator().get("/v1/operator/shops/" + slug), 404, "not_found");
        assertProblem(patch(Map.of("name", "x")), 404, "not_found");
        assertProblem(operator().delete("/v1/operator/shops/" + slug), 404, "not_found");
    }

    @Test
    void aSuspendedShop_isReadAndNotWritten() {
        Response made = make();
        String entry = addEntry(made).path("id");

        Response suspended = patch(Map.of("suspended", true));

        assertThat(suspended.<Boolean>path("suspended")).isTrue();
        assertThat(key(made).get("/v1/faq/entries/" + entry).statusCode()).isEqualTo(200);
        assertProblem(addEntry(made), 403, "shop_suspended");
        assertProblem(key(made).delete("/v1/faq/entries/" + entry), 403, "shop_suspended");
        assertProblem(key(made).body("{}").post("/v1/conversations"), 403, "shop_suspended");
        assertThat(key(made).body("{}").post("/v1/retention/preview").statusCode()).isEqualTo(200);
        assertThat(key(made).body(Map.of("messages", List.of(Map.of("role", "user", "content", "hi"))))
                .post("/openai/v1/chat/completions").asString()).contains("shop_suspended");

        patch(Map.of("suspended", false));

        assertThat(key(made).delete("/v1/faq/entries/" + entry).statusCode()).isEqualTo(204);
    }

    @Test
    void aVisitorOfASuspendedShop_isToldInTheirLanguage() {
        make();
        patch(Map.of("suspended", true));

        assertThat(assertProblem(session("https://shoes.example", "de"), 403, "shop_suspended"))
                .startsWith("Unser Chat macht gerade Pause");
        assertThat(assertProblem(session("https://shoes.example", "ja-JP"), 403, "shop_suspended"))
                .doesNotContain("chat");
        assertThat(session("https://shoes.example", "en").header("Access-Control-Allow-Origin"))
                .isEqualTo("https://shoes.example");
    }

    @Test
    void aChangeOfAnOldState_isRefused() {
        String etag = make().header("ETag");
        String now = operator().get("/v1/operator/shops/" + slug).header("ETag");

        Response changed = operator().header("If-Match", now).body(Map.of("name", "Boots"))
                .patch("/v1/operator/shops/" + slug);

        assertThat(etag).isEqualTo(now);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertProblem(operator().header("If-Match", now).body(Map.of("name", "Hats"))
                .patch("/v1/operator/shops/" + slug), 412, "changed_meanwhile");
        assertProblem(operator().header("If-Match", now).delete("/v1/operator/shops/" + slug), 412,
                "changed_meanwhile");
        assertThat(operator().header("If-Match", requireNonNull(changed.header("ETag")))
                .delete("/v1/operator/shops/" + slug).statusCode()).isEqualTo(202);
    }

    @Test
    void limits_areMergedAndTakenBack() {
        make();

        patch(Map.of("limits", Map.of("agents", 3, "faq_entries", 7)));
        Map<String, Object> one = new HashMap<>();
        one.put("agents", null);
        Response merged = patch(Map.of("limits", one));

        assertThat(merged.<Map<String, Integer>>path("limits")).isEqualTo(Map.of("faq_entries", 7));
    }

    @Test
    void moreEntriesThanTheShopMayHave_areRefusedWhole() {
        Response made = make();
        patch(Map.of("limits", Map.of("faq_entries", 2)));
        String first = addEntry(made).path("id");
        List<Map<String, String>> two = List.of(Map.of("question", "A?", "answer", "A."),
                Map.of("question", "B?", "answer", "B."));

        Response refused = key(made).body(two).post("/v1/faq/import");

        assertThat(assertProblem(refused, 409, "too_many_entries")).contains("2 FAQ entries").contains("3");
        assertThat(key(made).get("/v1/faq/entries").<List<?>>path("items")).hasSize(1);
        assertThat(addEntry(made).statusCode()).isEqualTo(201);
        assertProblem(addEntry(made), 409, "too_many_entries");
        assertThat(key(made).body(Map.of("question", "Changed?", "answer", "Yes."))
                .put("/v1/faq/entries/" + first).statusCode()).isEqualTo(200);
    }

    @Test
    void moreKeysAndAgentsThanTheShopMayHave_areRefused() {
        Response made = make();
        patch(Map.of("limits", Map.of("api_keys", 2, "agents", 1)));
        Map<String, ?> another = Map.of("name", "second", "scopes", List.of("faq"));

        assertThat(key(made).body(another).post("/v1/keys").statusCode()).isEqualTo(201);
        assertProblem(key(made).body(another).post("/v1/keys"), 409, "too_many_keys");

        UUID shop = UUID.fromString(made.path("shop.id"));
        String session = shops.session(new Shops.Shop(new dev.parley.tenant.TenantId(shop), slug, ""), UUID.fromString(
                shops.column("SELECT id FROM agent WHERE tenant_id = ?", shop).getFirst()));
        Response invited = given().contentType(ContentType.JSON).cookie("parley_agent", session)
                .header("X-Parley-Console", "1").header("Origin", origin(made.path("admin_link")))
                .body(Map.of("email", "bo@shoes.example", "name", "Bo", "role", "agent")).post("/v1/console/agents");
        assertProblem(invited, 409, "too_many_agents");
    }

    @Test
    void aRequestThatIsSentAgain_isDoneOnce() {
        RequestSpecification again = operator().header("Idempotency-Key", slug).body(wish());
        again.post("/v1/operator/shops").then().statusCode(201);

        Response second = operator().header("Idempotency-Key", slug).body(wish()).post("/v1/operator/shops");

        assertProblem(second, 409, "already_done");
        assertThat(second.asString()).doesNotContain("pk_");
        String first = operator().header("Idempotency-Key", slug + "d").delete("/v1/operator/shops/" + slug)
                .path("id");
        Response repeated = operator().header("Idempotency-Key", slug + "d").delete("/v1/operator/shops/" + slug);
        assertThat(repeated.<String>path("id")).isEqualTo(first);
    }

    @Test
    void theList_isReadPageByPage() {
        make();
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification request = operator().queryParam("limit", 3);
            Response page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/v1/operator/shops");
            seen.addAll(page.path("items.slug"));
            cursor = page.path("next_cursor");
        } while (cursor != null);

        assertThat(seen).contains(slug, "demo").doesNotHaveDuplicates();
        assertProblem(operator().queryParam("limit", 0).get("/v1/operator/shops"), 400, "bad_limit");
        assertProblem(operator().queryParam("cursor", "x").get("/v1/operator/shops"), 400, "bad_cursor");
    }

    @Test
    void aDeletedShop_isClosedAtOnceAndComesBackAsItWas() {
        Response made = make();
        String entry = addEntry(made).path("id");
        UUID shop = UUID.fromString(made.path("shop.id"));

        Response receipt = operator().delete("/v1/operator/shops/" + slug);

        assertThat(receipt.statusCode()).isEqualTo(202);
        assertThat(receipt.<String>path("purge_at")).isGreaterThan(receipt.path("deleted_at"));
        assertProblem(key(made).get("/v1/faq/entries"), 401, "unauthenticated");
        assertProblem(session("https://shoes.example", "en"), 404, "not_found");
        assertProblem(patch(Map.of("name", "x")), 409, "shop_deleted");
        assertThat(operator().get("/v1/operator/shops/" + slug).<Boolean>path("deleted")).isTrue();
        purge.runIfDue().await().indefinitely();
        assertThat(shops.column("SELECT slug FROM tenant WHERE id = ?", shop)).containsExactly(slug);

        Response restored = patch(Map.of("deleted", false));

        assertThat(restored.<Boolean>path("deleted")).isFalse();
        assertThat(key(made).get("/v1/faq/entries/" + entry).statusCode()).isEqualTo(200);
        assertThat(session("https://shoes.example", "en").statusCode()).isEqualTo(201);
        assertThat(operator().get("/v1/operator/receipts/" + receipt.path("id")).<String>path("restored_at"))
                .isNotNull();
    }

    @Test
    void aShopThatCannotBePurged_doesNotKeepTheNext() {
        UUID stuck = UUID.fromString(make().path("shop.id"));
        operator().delete("/v1/operator/shops/" + slug);
        String stuckSlug = slug;
        slug = "s-" + UUID.randomUUID();
        UUID next = UUID.fromString(make().path("shop.id"));
        operator().delete("/v1/operator/shops/" + slug);
        shops.sql("""
                CREATE OR REPLACE FUNCTION refuse_shop() RETURNS trigger AS $$ BEGIN
                    IF OLD.id = '%s' THEN RAISE 'refused for a test'; END IF; RETURN OLD; END $$ LANGUAGE plpgsql"""
                .formatted(stuck));
        shops.sql("CREATE TRIGGER refuse_shop BEFORE DELETE ON tenant FOR EACH ROW EXECUTE FUNCTION refuse_shop()");
        shops.sql("UPDATE shop_removal SET purge_at = now() - INTERVAL '2 years' WHERE shop_id = ?", stuck);
        shops.sql("UPDATE shop_removal SET purge_at = now() - INTERVAL '1 year' WHERE shop_id = ?", next);
        try {
            purge.runIfDue().await().indefinitely();
        } finally {
            shops.sql("DROP TRIGGER refuse_shop ON tenant");
        }

        assertThat(shops.column("SELECT slug FROM tenant WHERE slug IN (?, ?)", stuckSlug, slug))
                .containsExactly(stuckSlug);
        shops.sql("UPDATE shop_removal SET held_until = now() WHERE shop_id = ?", stuck);
        purge.runIfDue().await().indefinitely();
        assertThat(shops.column("SELECT slug FROM tenant WHERE slug = ?", stuckSlug)).isEmpty();
    }

    @Test
    void aPurgedShop_leavesTheReceiptAlone() {
        Response made = make();
        UUID shop = UUID.fromString(made.path("shop.id"));
        addEntry(made);
        String conversation = key(made).header("Idempotency-Key", "x").body(Map.of("visitor", "c-1"))
                .post("/v1/conversations").path("id");
        key(made).body(Map.of("text", "Do you repair shoes?")).post("/v1/conversations/" + conversation + "/messages");
        shops.sql("INSERT INTO audit_entry (id, tenant_id, agent_id, agent_name, action, at) "
                + "VALUES (gen_random_uuid(), ?, gen_random_uuid(), 'Ada', 'key.issue', now())", shop);

        Response receipt = operator().queryParam("grace", "none").delete("/v1/operator/shops/" + slug);
        purge.runIfDue().await().indefinitely();

        Response done = receipt(receipt.path("id"));
        assertThat(done.<Integer>path("remaining")).as(done.asString()).isZero();
        Map<String, Integer> deleted = done.path("deleted");
        assertThat(deleted).containsEntry("conversations", 1).containsEntry("faq_entries", 1)
                .containsEntry("agents", 1).containsEntry("api_keys", 1).containsEntry("visitors", 1)
                .containsEntry("audit_entries", 2).containsEntry("remembered_requests", 1);
        assertThat(deleted.get("messages")).isPositive();
        assertThat(shops.column("SELECT id FROM tenant WHERE id = ?", shop)).isEmpty();
        assertProblem(operator().get("/v1/operator/shops/" + slug), 404, "not_found");
        assertProblem(patch(Map.of("deleted", false)), 404, "not_found");
        assertThat(operator().get("/v1/operator/receipts").<List<String>>path("items.id"))
                .contains(receipt.<String>path("id"));
        make();
    }

    private static Response receipt(String id) {
        org.awaitility.Awaitility.await().until(() -> operator().get("/v1/operator/receipts/" + id)
                .<Object>path("remaining") != null);
        return operator().get("/v1/operator/receipts/" + id);
    }

    @Test
    void whatTheOperatorDid_isWrittenDown() {
        make();
        patch(Map.of("suspended", true));
        patch(Map.of("suspended", false));
        operator().delete("/v1/operator/shops/" + slug);
        patch(Map.of("deleted", false));

        List<Map<String, String>> entries = operator().queryParam("limit", 100).get("/v1/operator/audit")
                .path("items");

        assertThat(entries).filteredOn(entry -> slug.equals(entry.get("slug"))).extracting(entry -> entry.get("action"))
                .containsExactly("shop.restore", "shop.delete", "shop.resume", "shop.suspend", "shop.create");
        assertThat(entries.getFirst().get("address")).isNotBlank();
    }
}
