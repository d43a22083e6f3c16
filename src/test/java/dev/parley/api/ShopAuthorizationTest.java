package dev.parley.api;

import static dev.parley.testsupport.Problems.assertProblem;
import static io.restassured.RestAssured.given;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import dev.parley.api.ShopOperations.Operation;
import dev.parley.api.openai.OpenAiResourceTest;
import dev.parley.key.ApiKey;
import dev.parley.rest.Audited;
import dev.parley.rest.Idempotent;
import dev.parley.rest.NotAudited;
import dev.parley.testsupport.ConsoleUser;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import dev.parley.testsupport.WavSample;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Every operation for shops, called without a key, with the wrong scope, with another shop's key and with a revoked
 * one, on the shop's own objects, on another shop's and on none. The operations are read from the code; the expected
 * results are listed here, so that a new operation fails until it has a row.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ShopAuthorizationTest {
    static final List<Operation> OPERATIONS = ShopOperations.all().stream()
            .filter(operation -> operation.path().startsWith("/v1/"))
            // These take no shop key; OperatorShopsTest covers them.
            .filter(operation -> !operation.path().startsWith("/v1/operator/")).toList();
    /** For OpenAI clients, whose errors have another format; OpenAiResourceTest covers them. */
    static final List<Operation> OTHERS = ShopOperations.all().stream()
            .filter(operation -> !operation.path().startsWith("/v1/")).toList();

    static final List<Operation> WRITING = Stream.concat(OPERATIONS.stream(), OTHERS.stream())
            .filter(Operation::writes).toList();

    /**
     * The expectation for an operation.
     *
     * @param scope that a key needs
     * @param role that an agent's session needs; empty if only keys are accepted
     * @param body to send
     */
    private record Row(String scope, String role, @Nullable Object body) {}

    private static final List<String> ROLES = List.of("agent", "supervisor", "administrator");

    private static Row row(String scope) {
        return new Row(scope, "", null);
    }

    private static Row row(String scope, Object body) {
        return new Row(scope, "", body);
    }

    private static Row shared(String scope, String role) {
        return new Row(scope, role, null);
    }

    private static Row shared(String scope, String role, Object body) {
        return new Row(scope, role, body);
    }

    private static final Map<String, ?> ENTRY = Map.of("question", "Q?", "answer", "A.");
    /** VoiceMessageTest and AudioResourceTest test the transcription. */
    private static final byte[] RECORDING = WavSample.tone(Duration.ofSeconds(1));
    private static final Map<String, ?> WEBHOOK = Map.of("url", "https://203.0.113.1/", "events",
            List.of("message.created"));
    private static final Map<String, ?> TOOL = Map.of("name", "stock", "description", "Looks up stock.", "url",
            "https://203.0.113.1/stock");
    /** These need a server at the other end; the tests of webhooks, actions and audio have one. */
    private static final Set<String> CALLING = Set.of("POST /v1/webhooks", "PUT /v1/webhooks/{id}",
            "POST /v1/webhooks/{id}/test", "POST /v1/tools", "PUT /v1/tools/{id}", "POST /v1/audio/transcriptions",
            "POST /v1/audio/translations");
    /** Authorised, but then refused because this shop has no voice messages or no such recording. */
    private static final Map<String, String> REFUSED = Map.of("POST /v1/conversations/{id}/voice", "voice_off",
            "GET /v1/conversations/{id}/recordings/{recording}", "not_found");
    private static final Map<String, Row> ROWS = Map.ofEntries(
            entry("POST /v1/conversations", row("conversations", Map.of())),
            entry("GET /v1/conversations", row("conversations")),
            entry("GET /v1/conversations/{id}", row("conversations")),
            entry("POST /v1/conversations/{id}/messages", row("conversations", Map.of("text", "hi"))),
            entry("GET /v1/conversations/{id}/messages", row("conversations")),
            entry("GET /v1/conversations/{id}/actions", row("conversations")),
            entry("POST /v1/conversations/{id}/handoff", row("conversations", Map.of("reason", "x"))),
            entry("POST /v1/conversations/{id}/close", row("conversations", Map.of())),
            entry("POST /v1/conversations/{id}/voice", row("conversations", RECORDING)),
            entry("GET /v1/conversations/{id}/recordings/{recording}", row("conversations")),
            entry("POST /v1/audio/transcriptions", row("conversations", RECORDING)),
            entry("POST /v1/audio/translations", row("conversations", RECORDING)),
            entry("POST /v1/faq/entries", shared("faq", "supervisor", ENTRY)),
            entry("GET /v1/faq/entries", shared("faq", "agent")),
            entry("GET /v1/faq/entries/{id}", shared("faq", "agent")),
            entry("PUT /v1/faq/entries/{id}", shared("faq", "supervisor", ENTRY)),
            entry("DELETE /v1/faq/entries/{id}", shared("faq", "supervisor")),
            entry("POST /v1/faq/import", shared("faq", "supervisor", List.of(ENTRY))),
            entry("POST /v1/faq/entries/{id}/wordings", shared("faq", "supervisor")),
            entry("GET /v1/faq/wordings", shared("faq", "supervisor")),
            entry("GET /v1/faq/export", shared("faq", "agent")),
            entry("GET /v1/faq/search", shared("faq", "agent")),
            entry("GET /v1/faq/status", shared("faq", "agent")),
            entry("GET /v1/faq/facets", shared("faq", "agent")),
            entry("GET /v1/faq/unanswered", shared("faq", "agent")),
            entry("DELETE /v1/faq/unanswered/{id}", shared("faq", "supervisor")),
            entry("GET /v1/usage", shared("usage", "supervisor")),
            entry("GET /v1/visitors/{id}/data", row("visitors")),
            entry("DELETE /v1/visitors/{id}/data", row("visitors")),
            entry("GET /v1/visitors/data", row("visitors")),
            entry("DELETE /v1/visitors/data", row("visitors")),
            entry("GET /v1/retention", row("visitors")),
            entry("POST /v1/retention/preview", row("visitors", Map.of())),
            entry("GET /v1/lanes", shared("admin", "supervisor")),
            entry("PUT /v1/lanes", shared("admin", "administrator", Map.of("lanes", List.of()))),
            entry("GET /v1/identity", shared("admin", "administrator")),
            entry("PUT /v1/identity", shared("admin", "administrator", Map.of("mode", "off"))),
            entry("POST /v1/identity/secrets", shared("admin", "administrator", Map.of())),
            entry("DELETE /v1/identity/secrets/{id}", shared("admin", "administrator")),
            entry("POST /v1/webhooks", shared("webhooks", "administrator", WEBHOOK)),
            entry("GET /v1/webhooks", shared("webhooks", "administrator")),
            entry("GET /v1/webhooks/{id}", shared("webhooks", "administrator")),
            entry("PUT /v1/webhooks/{id}", shared("webhooks", "administrator", WEBHOOK)),
            entry("DELETE /v1/webhooks/{id}", shared("webhooks", "administrator")),
            entry("POST /v1/webhooks/{id}/pause", shared("webhooks", "administrator")),
            entry("POST /v1/webhooks/{id}/resume", shared("webhooks", "administrator")),
            entry("POST /v1/webhooks/{id}/rotate-secret", shared("webhooks", "administrator")),
            entry("POST /v1/webhooks/{id}/test", shared("webhooks", "administrator")),
            entry("GET /v1/webhooks/{id}/deliveries", shared("webhooks", "administrator")),
            entry("GET /v1/webhooks/{id}/deliveries/{delivery}", shared("webhooks", "administrator")),
            entry("POST /v1/webhooks/{id}/deliveries/{delivery}/redeliver", shared("webhooks", "administrator")),
            entry("POST /v1/tools", shared("admin", "administrator", TOOL)),
            entry("GET /v1/tools", shared("admin", "administrator")),
            entry("GET /v1/tools/templates", shared("admin", "administrator")),
            entry("GET /v1/tools/{id}", shared("admin", "administrator")),
            entry("PUT /v1/tools/{id}", shared("admin", "administrator", TOOL)),
            entry("DELETE /v1/tools/{id}", shared("admin", "administrator")),
            entry("GET /v1/keys", shared("admin", "administrator")),
            entry("POST /v1/keys", shared("admin", "administrator", Map.of("name", "x", "scopes", List.of("faq")))),
            entry("POST /v1/keys/{id}/rotate", shared("admin", "administrator", Map.of())),
            entry("DELETE /v1/keys/{id}", shared("admin", "administrator")));

    private static @Nullable Things untouched;
    @Inject
    Shops shops;

    /** A shop with one object of each kind, and a key with all scopes. */
    private record Things(Shop shop, Map<String, UUID> ids, UUID delivery) {
        /** The kind is the path segment before the id. */
        UUID named(Operation operation) {
            return ids.entrySet().stream().filter(each -> operation.path().startsWith("/v1/" + each.getKey() + "/{id}"))
                    .map(Map.Entry::getValue).findFirst().orElse(delivery);
        }
    }

    /** Refused requests change nothing, so one shop serves all of them. */
    private Things untouched() {
        if (untouched == null) {
            untouched = things();
        }
        return untouched;
    }

    private Things things() {
        Shop shop = shops.open(String.join(" ", ApiKey.SCOPES));
        UUID tenant = shop.id().value();
        Shops.Guest guest = shops.visitor(shop);
        UUID entry = UUID.randomUUID();
        shops.sql(
                "INSERT INTO faq_entry (tenant_id, id, question, answer, locale, status, revision, created_at, updated_at) "
                        + "VALUES (?, ?, 'Q of this shop?', 'A.', 'en', 'published', 1, now(), now())",
                tenant, entry);
        shops.addKey(shop.id(), "usage", null);
        UUID spare = UUID.fromString(shops
                .column("SELECT id FROM api_key WHERE tenant_id = ? AND scopes = 'usage'", tenant).getFirst());
        UUID webhook = UUID.randomUUID();
        UUID delivery = UUID.randomUUID();
        shops.sql(
                "INSERT INTO webhook (id, tenant_id, url, events, sealed_secret, created_at, paused_at, pause_reason) "
                        + "VALUES (?, ?, 'https://203.0.113.1/', '{message.created}', 'x', now(), now(), 'by_hand')",
                webhook,
                tenant);
        shops.sql("INSERT INTO webhook_delivery (id, webhook_id, tenant_id, event, body, happened_at, due_at, outcome) "
                + "VALUES (?, ?, ?, 'message.created', '{}', now(), now() + INTERVAL '1 day', 'failed')", delivery,
                webhook, tenant);
        UUID secret = UUID.randomUUID();
        shops.sql("INSERT INTO visitor_identity (tenant_id, settings) VALUES (?, ?)", tenant,
                "{\"mode\":\"off\",\"user_hash\":true,\"keys\":[],\"secrets\":[{\"id\":\"" + secret
                        + "\",\"sealed\":\"x\",\"long_enough\":true,\"created_at\":\"2026-01-01T00:00:00Z\"}]}");
        UUID conversation = shops.conversation(shop, guest).id();
        UUID unanswered = UUID.randomUUID();
        shops.sql("UPDATE conversation SET last_seq = 1 WHERE id = ?", conversation);
        shops.sql(
                "INSERT INTO message (conversation_id, seq, tenant_id, author, text, at) VALUES (?, 1, ?, 'visitor', 'Hats?', now())",
                conversation, tenant);
        shops.sql(
                "INSERT INTO answer (id, tenant_id, conversation_id, epoch, question_seq, first_question_seq, finish, evidence, started_at, finished_at) "
                        + "VALUES (?, ?, ?, 1, 1, 1, 'no_answer', '{}', now(), now())",
                unanswered, tenant, conversation);
        return new Things(shop,
                Map.of("conversations", conversation, "faq/entries", entry, "faq/unanswered", unanswered,
                        "visitors", guest.visitor().id(), "keys", spare, "webhooks", webhook, "identity/secrets",
                        secret,
                        "tools",
                        tool(tenant)),
                delivery);
    }

    private UUID tool(UUID tenant) {
        UUID tool = UUID.randomUUID();
        shops.sql("INSERT INTO tool (id, tenant_id, name, settings) VALUES (?, ?, 'order_status', ?)", tool, tenant,
                """
                {"name":"order_status","description":"Looks up an order.","parameters":{"type":"object"},
                 "url":"https://203.0.113.1/","method":"GET","timeout_ms":5000,"requires":"anonymous","confirm":"never",
                 "customer_field":"customer","tell":{},"enabled":true}""");
        return tool;
    }

    private static Response ask(Operation operation, UUID named, Things things, String key) {
        return ask(operation, named, things, given().header("Authorization", "Bearer " + key));
    }

    private static Response ask(Operation operation, UUID named, Things things, RequestSpecification request) {
        Object body = row(operation).body();
        if (body instanceof byte[] sound) {
            request.multiPart("file", "recording.wav", sound);
        } else if (body != null) {
            request.contentType(ContentType.JSON).body(body);
        }
        if (operation.path().endsWith("/search")) {
            request.queryParam("q", "How?");
        }
        if (operation.path().equals("/v1/visitors/data")) {
            request.queryParam("id", things.ids().get("visitors"));
        }
        return request.accept(accepted(operation)).request(operation.method(),
                operation.path().replace("{id}", named.toString())
                        .replace("{delivery}", things.delivery().toString())
                        .replace("{recording}", things.delivery().toString()));
    }

    /** Two methods of one name differ in the media type that they produce. */
    private static String accepted(Operation operation) {
        return operation.code().getReturnType() == io.smallrye.mutiny.Multi.class
                && !operation.path().contains("/recordings/") ? "text/event-stream" : "*/*";
    }

    private static Row row(Operation operation) {
        assertThat(ROWS).as("A row of this table must say what " + operation + " expects")
                .containsKey(operation.name());
        return Objects.requireNonNull(ROWS.get(operation.name()));
    }

    @Test
    void everyRow_isOfAnOperation() {
        assertThat(new TreeSet<>(ROWS.keySet()))
                .isEqualTo(OPERATIONS.stream().map(Operation::name).collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @FieldSource("OPERATIONS")
    void operation_needsTheScopeAndTheRoleOfItsRow(Operation operation) {
        assertThat(operation.scope()).isEqualTo(row(operation).scope());
        assertThat(ApiKey.SCOPES).contains(operation.scope());
        assertThat(operation.role()).isEqualTo(row(operation).role());
    }

    /** Otherwise a key with that scope would pass where a role is required, or the reverse. */
    @Test
    void noScope_isCalledAsARole() {
        assertThat(ApiKey.SCOPES).doesNotContainAnyElementsOf(ROLES);
    }

    /** Otherwise a retry after a lost response would repeat the change. */
    @ParameterizedTest
    @FieldSource("OPERATIONS")
    void operationThatWrites_isIdempotent(Operation operation) {
        // A voice message has the id in its form; a transcription changes nothing, so a retry transcribes and bills
        // again.
        if (operation.path().endsWith("/voice") || operation.path().startsWith("/v1/audio/")) {
            return;
        }
        boolean marked = operation.code().isAnnotationPresent(Idempotent.class)
                || operation.code().getDeclaringClass().isAnnotationPresent(Idempotent.class);
        assertThat(marked || !operation.writes()).as("@Idempotent on " + operation + " or its class").isTrue();
    }

    @ParameterizedTest
    @FieldSource("OPERATIONS")
    void operation_refusesWhoeverHasNoGoodKey(Operation operation) {
        Things things = untouched();
        String revoked = shops.addKey(things.shop().id(), String.join(" ", ApiKey.SCOPES), null);
        shops.sql("UPDATE api_key SET revoked_at = now() WHERE key_hash = sha256(CAST(? AS bytea))",
                revoked.getBytes(java.nio.charset.StandardCharsets.US_ASCII));

        for (UUID named : List.of(things.named(operation), UUID.randomUUID())) {
            assertProblem(ask(operation, named, things, given()), 401, "unauthenticated");
            assertProblem(ask(operation, named, things, revoked), 401, "unauthenticated");
        }
    }

    @ParameterizedTest
    @FieldSource("OPERATIONS")
    void operation_refusesAKeyThatHasAllScopesButItsOwn(Operation operation) {
        Things things = untouched();
        String others = ApiKey.SCOPES.stream().filter(scope -> !scope.equals(operation.scope()))
                .collect(Collectors.joining(" "));
        String key = shops.addKey(things.shop().id(), others, null);

        for (UUID named : List.of(things.named(operation), UUID.randomUUID())) {
            assertThat(assertProblem(ask(operation, named, things, key), 403, "scope_missing"))
                    .contains("`" + operation.scope() + "`");
        }
    }

    @ParameterizedTest
    @FieldSource("OTHERS")
    void operationForOtherClients_needsItsScopeToo(Operation operation) {
        String key = shops.addKey(untouched().shop().id(), "faq visitors usage webhooks admin", null);
        Map<String, ?> body = Map.of("messages", List.of(Map.of("role", "user", "content", "hi")));

        for (Map.Entry<String, Integer> each : Map.of("Bearer pk_none", 401, "Bearer " + key, 403).entrySet()) {
            RequestSpecification request = given().header("Authorization", each.getKey());
            boolean sound = operation.path().contains("/audio/");
            Response refused = (sound
                    ? request.multiPart("file", "recording.wav", RECORDING)
                    : operation.writes() ? request.contentType(ContentType.JSON).body(body) : request)
                    .request(operation.method(), operation.path().replace("{id}", "parley"));
            assertThat(refused.statusCode()).as(operation + ": " + refused.asString()).isEqualTo(each.getValue());
        }
        assertThat(operation.scope()).isEqualTo("conversations");
    }

    @ParameterizedTest
    @FieldSource("OPERATIONS")
    void operation_opensToItsScopeAlone(Operation operation) {
        Things things = things();
        String key = shops.addKey(things.shop().id(), operation.scope(), null);

        Response answer = ask(operation, things.named(operation), things, key);

        assertLetIn(operation, answer);
        assertNoted(operation, things, key, answer.statusCode() < 300);
    }

    private static void assertLetIn(Operation operation, Response answer) {
        String refused = REFUSED.get(operation.name());
        if (refused != null) {
            assertThat(answer.<String>path("code")).isEqualTo(refused);
        } else if (CALLING.contains(operation.name())) {
            assertThat(answer.statusCode()).as(answer.asString()).isNotIn(401, 403, 404, 500);
        } else {
            assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 201, 202, 204);
        }
    }

    /** With the headers that the console's page sends; the body sets the content type. */
    private static RequestSpecification session(ConsoleUser agent) {
        return given().header("Origin", ConsoleUser.origin()).header("X-Parley-Console", "1")
                .cookie("parley_agent", agent.cookie());
    }

    @ParameterizedTest
    @FieldSource("OPERATIONS")
    void operation_opensToSessionsOfItsRoleAndThoseAboveAlone(Operation operation) {
        for (String role : ROLES) {
            boolean allowed = !operation.role().isEmpty() && ROLES.indexOf(role) >= ROLES.indexOf(operation.role());
            Things things = allowed ? things() : untouched();
            ConsoleUser agent = shops.agent(things.shop(), role);

            Response answer = ask(operation, things.named(operation), things, session(agent));

            if (allowed) {
                assertLetIn(operation, answer);
                assertNoted(operation, things, answer.statusCode() < 300, agent.id() + " false");
            } else {
                assertProblem(answer, 403, operation.role().isEmpty() ? "scope_missing" : "role_missing");
            }
        }
    }

    /** Browsers send a cookie with any request, so a change also needs the headers of the console's own page. */
    @ParameterizedTest
    @FieldSource("OPERATIONS")
    void operationThatWrites_isRefusedToAForeignPageWithAnAgentsCookie(Operation operation) {
        Things things = untouched();
        ConsoleUser administrator = shops.agent(things.shop(), "administrator");
        List<RequestSpecification> foreign = List.of(
                given().header("Origin", "https://evil.example").header("X-Parley-Console", "1"),
                given().header("Origin", ConsoleUser.origin()), given().header("X-Parley-Console", "1"), given());

        for (RequestSpecification page : foreign) {
            Response answer = ask(operation, things.named(operation), things,
                    page.cookie("parley_agent", administrator.cookie()));
            if (operation.writes()) {
                assertProblem(answer, 403, "not_from_the_console");
            } else {
                assertThat(answer.statusCode()).isNotEqualTo(204);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("OPERATIONS")
    void operation_refusesASessionThatHasEnded(Operation operation) {
        Things things = untouched();
        ConsoleUser administrator = shops.agent(things.shop(), "administrator");
        shops.sql("DELETE FROM agent_session WHERE agent_id = ?", administrator.id());

        Response answer = ask(operation, things.named(operation), things, session(administrator));

        assertThat(assertProblem(answer, 401, "unauthenticated")).contains("Sign in");
    }

    /** A request with a key has the key's rights, even if a cookie comes with it. */
    @ParameterizedTest
    @FieldSource("OPERATIONS")
    void keyWithoutTheScope_isNotHelpedByACookie(Operation operation) {
        Things things = untouched();
        String others = ApiKey.SCOPES.stream().filter(scope -> !scope.equals(operation.scope()))
                .collect(Collectors.joining(" "));
        String key = shops.addKey(things.shop().id(), others, null);

        Response answer = ask(operation, things.named(operation), things,
                session(shops.agent(things.shop(), "administrator")).header("Authorization", "Bearer " + key));

        assertProblem(answer, 403, "scope_missing");
    }

    private void assertNoted(Operation operation, Things things, String key, boolean done) {
        assertNoted(operation, things, done, shops.column(
                "SELECT id FROM api_key WHERE key_hash = sha256(CAST(? AS bytea))",
                key.getBytes(java.nio.charset.StandardCharsets.US_ASCII)).getFirst() + " true");
    }

    /** The change is in the shop's audit log with the key or agent as actor, and without secrets. */
    private void assertNoted(Operation operation, Things things, boolean done, String actor) {
        Audited named = operation.code().getAnnotation(Audited.class);
        List<String> expected = named == null || !done ? List.of() : List.of(named.value() + " " + actor);
        UUID tenant = things.shop().id().value();
        assertThat(
                shops.column("SELECT action || ' ' || agent_id || ' ' || by_key FROM audit_entry WHERE tenant_id = ?",
                        tenant))
                .isEqualTo(expected);
        assertThat(shops.column("SELECT target FROM audit_entry WHERE tenant_id = ? AND target IS NOT NULL", tenant))
                .allMatch(target -> target.matches("[0-9a-f-]{36}"));
    }

    /** Every operation that changes the shop is audited, or listed with a reason why not. */
    @ParameterizedTest
    @FieldSource("WRITING")
    void operationThatWrites_isNotedOrSaysWhyNot(Operation operation) {
        assertThat(operation.code().isAnnotationPresent(Audited.class))
                .isNotEqualTo(operation.code().isAnnotationPresent(NotAudited.class));
    }

    @ParameterizedTest
    @FieldSource("OPERATIONS")
    void anothersThing_looksLikeNone(Operation operation) {
        Things theirs = untouched();
        Shop own = shops.open(String.join(" ", ApiKey.SCOPES));

        assertAbsent(operation, theirs, () -> given().header("Authorization", "Bearer " + own.apiKey()));
        if (!operation.role().isEmpty()) {
            ConsoleUser administrator = shops.agent(own, "administrator");
            assertAbsent(operation, theirs, () -> session(administrator));
        }
    }

    private static void assertAbsent(Operation operation, Things theirs, Supplier<RequestSpecification> other) {
        Response foreign = ask(operation, theirs.named(operation), theirs, other.get());
        if (operation.path().contains("{id}")) {
            Response absent = ask(operation, UUID.randomUUID(), theirs, other.get());
            assertProblem(foreign, 404, "not_found");
            assertThat(withoutRequestId(foreign)).isEqualTo(withoutRequestId(absent));
        } else {
            assertThat(foreign.asString()).doesNotContain("Q of this shop?")
                    .doesNotContain(theirs.ids().values().stream().map(UUID::toString).toList());
        }
    }

    private static String withoutRequestId(Response answer) {
        return answer.asString().replaceFirst("req_[0-9a-f]+", "req");
    }
}
