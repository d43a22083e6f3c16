package dev.parley.console;

import static dev.parley.testsupport.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.parley.testsupport.ConsoleUser;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class AgentResourceTest {
    private static final String AGENTS = "/v1/console/agents";

    @Inject
    Shops shops;
    @Inject
    AgroalDataSource database;
    private Shop shop;
    private ConsoleUser administrator;

    @BeforeEach
    void openShop() {
        shops.sql("DELETE FROM sign_in_attempt");
        shop = shops.open();
        administrator = shops.agent(shop, "administrator");
    }

    @Test
    void invitedAgent_choosesAPasswordOnceAndSignsIn() {
        String email = "new-" + UUID.randomUUID() + "@shop.example";
        Response invited = administrator.asks().body(Map.of("email", email, "name", "Nora", "role", "supervisor"))
                .post(AGENTS);
        String link = invited.path("link");
        String token = link.substring(link.indexOf('=') + 1);

        Response chosen = choose(token, "Nora's own pass phrase");

        assertThat(invited.statusCode()).isEqualTo(201);
        assertThat(chosen.statusCode()).as(chosen.asString()).isEqualTo(204);
        Response signedIn = ConsoleUser.signIn(email, "Nora's own pass phrase");
        assertThat(signedIn.<String>path("agent.role")).isEqualTo("supervisor");
        assertProblem(choose(token, "somebody else's phrase"), 400, "link_invalid");
    }

    private static Response choose(String token, String password) {
        return ConsoleUser.page().body(Map.of("token", token, "password", password))
                .post("/v1/console/password-reset/confirm");
    }

    @Test
    void linkForAForgottenPassword_lapsesAfterHalfAnHourAndClosesSessions() {
        ConsoleUser agent = shops.agent(shop, "agent");
        String late = token(administrator.asks().post(AGENTS + "/" + agent.id() + "/link"));
        shops.sql("UPDATE agent_link SET expires_at = expires_at - INTERVAL '31 minutes' WHERE agent_id = ?",
                agent.id());
        String good = token(administrator.asks().post(AGENTS + "/" + agent.id() + "/link"));

        assertProblem(choose(late, "a fresh pass phrase"), 400, "link_invalid");
        assertThat(choose(good, "a fresh pass phrase").statusCode()).isEqualTo(204);

        assertProblem(agent.asks().get("/v1/console/session"), 401, "unauthenticated");
    }

    private static String token(Response linked) {
        String link = linked.path("link");
        return link.substring(link.indexOf('=') + 1);
    }

    @Test
    void forgottenPassword_isAnsweredAlikeForEverybody() {
        ConsoleUser agent = shops.agent(shop, "agent");

        Response known = forgotten(agent.email());
        Response unknown = forgotten("nobody@shop.example");

        assertThat(known.statusCode()).isEqualTo(202).isEqualTo(unknown.statusCode());
        assertThat(known.asString()).isEqualTo(unknown.asString()).isEmpty();
    }

    /** The time must not differ either: the work for an existing agent happens after the response. */
    @Test
    void forgottenPassword_isAnsweredBeforeAnythingIsDone() throws SQLException {
        ConsoleUser agent = shops.agent(shop, "agent");
        try (Connection busy = database.getConnection()) {
            busy.setAutoCommit(false);
            try (Statement lock = busy.createStatement()) {
                lock.execute("LOCK TABLE agent_link IN EXCLUSIVE MODE");
            }

            assertThat(forgotten(agent.email()).statusCode()).isEqualTo(202);
            assertThat(links(agent)).isEqualTo("0");

            busy.rollback();
        }
        Awaitility.await().until(() -> links(agent).equals("1"));
    }

    private String links(ConsoleUser agent) {
        return shops.column("SELECT count(*) FROM agent_link WHERE agent_id = ?", agent.id()).getFirst();
    }

    private static Response forgotten(String email) {
        return ConsoleUser.page().body(Map.of("email", email)).post("/v1/console/password-reset");
    }

    @Test
    void emailThatIsTaken_isRefusedInTheSameShopOnly() {
        Shop other = shops.open();
        ConsoleUser elsewhere = shops.agent(other, "agent");
        ConsoleUser here = shops.agent(shop, "agent");

        assertProblem(invite(here.email()), 409, "email_taken");
        assertThat(invite(elsewhere.email()).statusCode()).isEqualTo(201);
    }

    private Response invite(String email) {
        return administrator.asks().body(Map.of("email", email, "name", "Somebody")).post(AGENTS);
    }

    @Test
    void disabledAgent_isOutAtOnceAndKeepsItsName() {
        ConsoleUser agent = shops.agent(shop, "agent");

        assertThat(administrator.asks().delete(AGENTS + "/" + agent.id()).statusCode()).isEqualTo(204);

        assertProblem(agent.asks().get("/v1/console/session"), 401, "unauthenticated");
        assertThat(administrator.asks().get(AGENTS + "/" + agent.id()).<Boolean>path("disabled")).isTrue();
    }

    @Test
    void lastAdministrator_staysOne() {
        String self = AGENTS + "/" + administrator.id();

        assertProblem(administrator.asks().delete(self), 409, "last_administrator");
        assertProblem(administrator.asks().body(Map.of("role", "agent")).patch(self), 409, "last_administrator");
        shops.agent(shop, "administrator");
        assertThat(administrator.asks().body(Map.of("role", "agent", "name", "Was once")).patch(self).statusCode())
                .isEqualTo(200);
    }

    @Test
    void anotherShopsAgent_isAbsent() {
        ConsoleUser foreign = shops.agent(shops.open(), "agent");
        String path = AGENTS + "/" + foreign.id();

        assertProblem(administrator.asks().get(path), 404, "not_found");
        assertProblem(administrator.asks().body(Map.of("name", "Mallory")).patch(path), 404, "not_found");
        assertProblem(administrator.asks().delete(path), 404, "not_found");
        assertProblem(administrator.asks().post(path + "/link"), 404, "not_found");
        assertProblem(administrator.asks().get(path + "/sessions"), 404, "not_found");
        assertThat(administrator.asks().get(AGENTS).<java.util.List<String>>path("items.id"))
                .doesNotContain(foreign.id().toString());
    }

    @Test
    void agentWithoutTheRole_changesNobody() {
        ConsoleUser supervisor = shops.agent(shop, "supervisor");

        assertProblem(supervisor.asks().delete(AGENTS + "/" + administrator.id()), 403, "role_missing");
        assertProblem(supervisor.asks().body(Map.of("email", "a@b.example", "name", "A")).post(AGENTS), 403,
                "role_missing");
    }
}
