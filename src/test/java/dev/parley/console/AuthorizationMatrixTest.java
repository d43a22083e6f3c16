package dev.parley.console;

import static dev.parley.testsupport.Problems.assertProblem;
import static io.restassured.RestAssured.given;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.parley.console.Operations.Operation;
import dev.parley.testsupport.ConsoleUser;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
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
 * Every operation of the console, asked for by nobody, by each role, from a foreign page, and by an administrator of another shop. The
 * operations are read from the code; what is expected of each stands here, so that a new one fails until somebody has thought about it.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class AuthorizationMatrixTest {
    private static final List<String> ROLES = List.of("agent", "supervisor", "administrator");
    static final List<Operation> OPERATIONS = Operations.all();
    private static final String CONVERSATION = "/v1/console/conversations/{id}";

    private enum About {
        /** Nobody needs to be signed in. */
        OPEN,
        /** The asker's own shop, whichever that is. */
        OWN_SHOP,
        /** Something in the address: for another shop's people it is absent. */
        NAMED
    }

    private record Row(String role, About about, @Nullable Object body) {}

    private static Row open(Object body) {
        return new Row("", About.OPEN, body);
    }

    private static Row own(String role, @Nullable Object body) {
        return new Row(role, About.OWN_SHOP, body);
    }

    private static Row named(String role, @Nullable Object body) {
        return new Row(role, About.NAMED, body);
    }

    private static final Map<String, String> CLIENT = Map.of("id", "018f3b5e-7c1a-7000-8000-000000000001", "text", "x");
    private static final Map<String, Row> ROWS = Map.ofEntries(
            entry("POST /v1/console/session", open(Map.of("email", "nobody@shop.example", "password", "wrong"))),
            entry("POST /v1/console/password-reset", open(Map.of("email", "nobody@shop.example"))),
            entry("POST /v1/console/password-reset/confirm", open(Map.of("token", "x", "password", "a long phrase"))),
            entry("GET /v1/console/session", own("agent", null)),
            entry("DELETE /v1/console/session", own("agent", null)),
            entry("PUT /v1/console/password", own("agent", Map.of("current", "wrong", "password", "a long phrase"))),
            entry("GET /v1/console/sessions", own("agent", null)),
            entry("DELETE /v1/console/sessions/{id}", named("agent", null)),
            entry("GET /v1/console/agents", own("agent", null)),
            entry("POST /v1/console/agents", own("administrator", Map.of("name", "x"))),
            entry("GET /v1/console/agents/{id}", named("agent", null)),
            entry("PATCH /v1/console/agents/{id}", named("administrator", Map.of("name", "Nora"))),
            entry("DELETE /v1/console/agents/{id}", named("administrator", null)),
            entry("POST /v1/console/agents/{id}/link", named("administrator", null)),
            entry("GET /v1/console/agents/{id}/sessions", named("administrator", null)),
            entry("DELETE /v1/console/agents/{id}/sessions", named("administrator", null)),
            entry("GET /v1/console/inbox", own("agent", null)),
            entry("GET /v1/console/inbox/counts", own("agent", null)),
            entry("GET /v1/console/search", own("agent", null)),
            entry("GET /v1/console/canned-answers", own("agent", null)),
            entry("POST /v1/console/canned-answers", own("supervisor", Map.of("shortcut", "new", "text", "x"))),
            entry("PUT /v1/console/canned-answers/{id}", named("supervisor", Map.of("shortcut", "new", "text", "x"))),
            entry("DELETE /v1/console/canned-answers/{id}", named("supervisor", null)),
            entry("GET /v1/console/labels", own("agent", null)),
            entry("PUT /v1/console/labels/{name}", own("supervisor", Map.of("color", "#aabbcc"))),
            entry("DELETE /v1/console/labels/{name}", named("supervisor", null)),
            entry("GET /v1/console/settings/handoff", own("agent", null)),
            entry("PUT /v1/console/settings/handoff", own("administrator", Map.of("assign", false))),
            entry("GET /v1/console/reports", own("supervisor", null)),
            entry("GET " + CONVERSATION, named("agent", null)),
            entry("GET " + CONVERSATION + "/messages", named("agent", null)),
            entry("POST " + CONVERSATION + "/messages", named("agent", CLIENT)),
            entry("GET " + CONVERSATION + "/messages/{seq}/evidence", named("agent", null)),
            entry("POST " + CONVERSATION + "/messages/{seq}/replay", named("agent", null)),
            entry("POST " + CONVERSATION + "/claim", named("agent", null)),
            entry("POST " + CONVERSATION + "/assign", named("agent", Map.of("agent", "{agent}"))),
            entry("POST " + CONVERSATION + "/requeue", named("agent", null)),
            entry("POST " + CONVERSATION + "/return", named("agent", null)),
            entry("POST " + CONVERSATION + "/close", named("agent", null)),
            entry("POST " + CONVERSATION + "/reopen", named("agent", null)),
            entry("PUT " + CONVERSATION + "/labels", named("agent", Map.of("labels", List.of("x")))),
            entry("PUT " + CONVERSATION + "/priority", named("agent", Map.of("priority", "high"))),
            entry("PUT " + CONVERSATION + "/snooze", named("agent", Map.of())),
            entry("PUT " + CONVERSATION + "/read", named("agent", Map.of("seq", 1))),
            entry("GET " + CONVERSATION + "/notes", named("agent", null)),
            entry("POST " + CONVERSATION + "/notes", named("agent", CLIENT)),
            entry("GET " + CONVERSATION + "/draft", named("agent", null)),
            entry("PUT " + CONVERSATION + "/draft", named("agent", Map.of("text", "x"))),
            entry("POST " + CONVERSATION + "/copilot", named("agent", Map.of("task", "summary"))),
            entry("GET " + CONVERSATION + "/supervision", named("supervisor", null)),
            entry("PUT " + CONVERSATION + "/whisper", named("supervisor", Map.of("text", "x"))),
            entry("PUT " + CONVERSATION + "/hold", named("supervisor", Map.of("on", true))),
            entry("POST " + CONVERSATION + "/held/{answer}/release", named("supervisor", Map.of())));

    @Inject
    Shops shops;

    /** What the address may name, all of one shop. */
    private record Things(Shop shop, ConsoleUser colleague, UUID conversation, UUID canned, String label) {}

    private Things things() {
        Shop shop = shops.open();
        ConsoleUser colleague = shops.agent(shop, "agent");
        UUID conversation = shops.conversation(shop).id();
        UUID canned = UUID.randomUUID();
        shops.sql("UPDATE conversation SET last_seq = 2 WHERE id = ?", conversation);
        shops.sql(
                "INSERT INTO message (conversation_id, seq, tenant_id, author, text, at) VALUES (?, 1, ?, 'visitor', 'Hi', now())",
                conversation, shop.id().value());
        shops.sql("INSERT INTO message (conversation_id, seq, tenant_id, author, text, finish, at) "
                + "VALUES (?, 2, ?, 'bot', 'Hello', 'stop', '2026-01-01Z')", conversation, shop.id().value());
        shops.sql(
                "INSERT INTO answer (id, tenant_id, conversation_id, epoch, question_seq, first_question_seq, finish, evidence, started_at, finished_at) "
                        + "VALUES (gen_random_uuid(), ?, ?, 1, 1, 1, 'stop', '{}', now(), '2026-01-01Z')",
                shop.id().value(),
                conversation);
        shops.sql(
                "INSERT INTO canned_answer (id, tenant_id, shortcut, text, updated_at) VALUES (?, ?, 'hi', 'Hi!', now())",
                canned, shop.id().value());
        shops.sql("INSERT INTO label (tenant_id, name, color) VALUES (?, 'refund-of-this-shop', '#112233')",
                shop.id().value());
        return new Things(shop, colleague, conversation, canned, "refund-of-this-shop");
    }

    private Response ask(Operation operation, Row row, Things things, ConsoleUser session,
            RequestSpecification request) {
        UUID named = operation.path().contains("/canned-answers/")
                ? things.canned()
                : operation.path().contains("/agents/") ? things.colleague().id() : things.conversation();
        String id = operation.path().contains("/sessions/{id}")
                ? shops.column("SELECT id FROM agent_session WHERE agent_id = ?", session.id()).getFirst()
                : named.toString();
        String path = operation.path().replace("{id}", id)
                .replace("{name}", operation.method().equals("PUT") ? "another-label" : things.label())
                .replace("{seq}", "2")
                .replace("{answer}", "018f3b5e-7c1a-7000-8000-000000000009");
        if (row.body() != null) {
            request.body(row.body().equals(Map.of("agent", "{agent}"))
                    ? Map.of("agent", things.colleague().id().toString())
                    : row.body());
        }
        return request.request(operation.method(), path);
    }

    private static Row row(Operation operation) {
        Row row = ROWS.get(operation.name());
        assertThat(row).as("a row of this table that says what " + operation + " expects").isNotNull();
        return java.util.Objects.requireNonNull(row);
    }

    @Test
    void everyRow_isOfAnOperation() {
        assertThat(new TreeSet<>(ROWS.keySet())).isEqualTo(
                new TreeSet<>(OPERATIONS.stream().map(Operation::name).toList()));
    }

    @ParameterizedTest
    @FieldSource("OPERATIONS")
    void operation_needsTheRoleOfItsRow(Operation operation) {
        assertThat(operation.role().orElse("")).isEqualTo(row(operation).role());
    }

    @ParameterizedTest
    @FieldSource("OPERATIONS")
    void operation_refusesWhoeverHasNoSession(Operation operation) {
        Row row = row(operation);
        Things things = things();
        Response answer = ask(operation, row, things, things.colleague(), ConsoleUser.page());

        if (row.about() != About.OPEN) {
            assertProblem(answer, 401, "unauthenticated");
        } else {
            assertThat(answer.statusCode()).as(answer.asString()).isIn(202, 400, 401, 429);
        }
    }

    @ParameterizedTest
    @FieldSource("OPERATIONS")
    void operation_opensToItsRoleAndThoseAboveAlone(Operation operation) {
        Row row = row(operation);
        for (String role : ROLES) {
            if (row.about() == About.OPEN) {
                continue;
            }
            Things things = things();
            ConsoleUser asker = shops.agent(things.shop(), role);
            Response answer = ask(operation, row, things, asker, asker.asks());
            if (ROLES.indexOf(role) < ROLES.indexOf(row.role())) {
                assertProblem(answer, 403, "role_missing");
            } else {
                assertThat(answer.statusCode()).as(role + ": " + answer.asString())
                        .isIn(200, 201, 204, 400, 409);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("OPERATIONS")
    void operation_isAbsentForAnotherShopsAdministrator(Operation operation) {
        Row row = row(operation);
        Things things = things();
        ConsoleUser foreign = shops.agent(shops.open(), "administrator");

        Response answer = ask(operation, row, things, things.colleague(), foreign.asks());

        switch (row.about()) {
            case NAMED -> assertProblem(answer, 404, "not_found");
            case OPEN, OWN_SHOP -> assertThat(answer.asString()).doesNotContain(things.label(),
                    things.conversation().toString(), things.canned().toString(), things.colleague().id().toString());
        }
    }

    @ParameterizedTest
    @FieldSource("OPERATIONS")
    void operationThatChangesSomething_isRefusedToAForeignPage(Operation operation) {
        if (operation.method().equals("GET")) {
            return;
        }
        Row row = row(operation);
        Things things = things();
        ConsoleUser administrator = shops.agent(things.shop(), "administrator");

        Response answer = ask(operation, row, things, administrator,
                given().header("Origin", "https://evil.example").header("X-Parley-Console", "1")
                        .contentType(ContentType.JSON).cookie("parley_agent", administrator.cookie()));

        assertProblem(answer, 403, "not_from_the_console");
    }
}
