package dev.parley.console;

import static dev.parley.testsupport.Problems.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.parley.console.AuthorizationRows.About;
import dev.parley.console.AuthorizationRows.Row;
import dev.parley.console.Operations.Operation;
import dev.parley.key.ApiKey;
import dev.parley.testsupport.ConsoleUser;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Every operation of the console, called by nobody, by each role, from a foreign page, and by an administrator of
 * another shop. The operations are read from the code; the expected results are listed here, so that a new operation
 * fails until it has a row.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class AuthorizationMatrixTest {
    private static final List<String> ROLES = List.of("agent", "supervisor", "administrator");
    static final List<Operation> OPERATIONS = Operations.all();

    @Inject
    Shops shops;

    /** All failed sign-ins come from one address, which would be throttled eventually. */
    @BeforeEach
    void forgiveAttempts() {
        shops.sql("DELETE FROM sign_in_attempt");
    }

    /** Objects that a path can name, all of one shop; `ids` by the path segment before the id. */
    private record Things(Shop shop, ConsoleUser colleague, UUID conversation, Map<String, UUID> ids, String label) {
        UUID named(String path) {
            return ids.entrySet().stream().filter(each -> path.contains(each.getKey() + "/{id}"))
                    .map(Map.Entry::getValue).findFirst().orElse(conversation);
        }
    }

    private Things things() {
        Shop shop = shops.open();
        ConsoleUser colleague = shops.agent(shop, "agent");
        UUID conversation = shops.conversation(shop).id();
        Map<String, UUID> ids = Map.of("/conversations", conversation, "/agents", colleague.id(), "/canned-answers",
                UUID.randomUUID(), "/views", UUID.randomUUID());
        answer(shop, conversation);
        shops.sql(
                "INSERT INTO canned_answer (id, tenant_id, shortcut, text, updated_at) VALUES (?, ?, 'hi', 'Hi!', now())",
                ids.get("/canned-answers"), shop.id().value());
        shops.sql("INSERT INTO label (tenant_id, name, color) VALUES (?, 'refund-of-this-shop', '#112233')",
                shop.id().value());
        // Sealed with a dummy key: it exists but cannot be decrypted.
        shops.sql(
                "INSERT INTO recording (tenant_id, id, conversation_id, sent_as, format, millis, size, sealed_key, created_at, keep_until)"
                        + " VALUES (?, ?, ?, gen_random_uuid(), 'WAV', 1, 1, 'x', now(), now() + INTERVAL '1 hour')",
                shop.id().value(), conversation, conversation);
        return new Things(shop, colleague, conversation, ids, "refund-of-this-shop");
    }

    private void answer(Shop shop, UUID conversation) {
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
        // The id of the conversation's only attachment.
        shops.sql(
                "INSERT INTO attachment (id, tenant_id, conversation_id, seq, uploader, name, type, size, content, created_at) "
                        + "VALUES (?, ?, ?, 2, gen_random_uuid(), 'a.txt', 'text/plain', 2, 'hi', now())",
                conversation,
                shop.id().value(), conversation);
    }

    private Response ask(Operation operation, Row row, Things things, ConsoleUser session,
            RequestSpecification request) {
        // A view of the agent's own: a colleague's is also reported as absent.
        shops.sql("INSERT INTO saved_view (id, tenant_id, owner_id, name, view) VALUES (?, ?, ?, 'Late', 'waiting')",
                things.ids().get("/views"), things.shop().id().value(), session.id());
        String id = operation.path().contains("/sessions/{id}")
                ? shops.column("SELECT id FROM agent_session WHERE agent_id = ?", session.id()).getFirst()
                : things.named(operation.path()).toString();
        String path = operation.path().replace("{id}", id)
                .replace("{name}", operation.method().equals("PUT") ? "another-label" : things.label())
                .replace("{seq}", "2")
                .replace("{attachment}", things.conversation().toString())
                .replace("{recording}", things.conversation().toString())
                .replace("{answer}", "018f3b5e-7c1a-7000-8000-000000000009");
        if (row.body() != null) {
            request.body(row.body().equals(Map.of("agent", "{agent}"))
                    ? Map.of("agent", things.colleague().id().toString())
                    : row.body());
        }
        return request.redirects().follow(false).request(operation.method(), path);
    }

    private static Row row(Operation operation) {
        Row row = AuthorizationRows.ROWS.get(operation.name());
        assertThat(row).as("a row of this table that says what " + operation + " expects").isNotNull();
        return java.util.Objects.requireNonNull(row);
    }

    @Test
    void everyRow_isOfAnOperation() {
        assertThat(new TreeSet<>(AuthorizationRows.ROWS.keySet())).isEqualTo(
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
            assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 202, 303, 400, 401, 429);
        }
    }

    /** Operations that only a person may call refuse a key, even with every scope and an administrator's cookie. */
    @ParameterizedTest
    @FieldSource("OPERATIONS")
    void operation_refusesAKeyWithEveryScope(Operation operation) {
        Row row = row(operation);
        if (row.about() == About.OPEN) {
            return;
        }
        Things things = things();
        ConsoleUser administrator = shops.agent(things.shop(), "administrator");
        String key = shops.addKey(things.shop().id(), String.join(" ", ApiKey.SCOPES), null);

        Response answer = ask(operation, row, things, administrator,
                administrator.asks().header("Authorization", "Bearer " + key));

        assertProblem(answer, 403, "role_missing");
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
                        .isIn(200, 201, 202, 204, 400, 409);
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
                    things.colleague().id().toString())
                    .doesNotContain(things.ids().values().stream().map(UUID::toString).toList());
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
