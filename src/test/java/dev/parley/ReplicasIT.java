package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.platform.database.EmbeddedDatabase;
import dev.parley.testsupport.PackagedParley;
import dev.parley.testsupport.PostgresProgram;
import dev.parley.testsupport.VisitorClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two packaged services on one PostgreSQL, as behind a load balancer: what happens on one is visible on the other. */
class ReplicasIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String PASSWORD = "correct horse battery";
    private static final VisitorClient.Closed SIGNED_OUT = new VisitorClient.Closed(4501, "session_closed");

    private static EmbeddedDatabase database;
    private static PackagedParley one;
    private static PackagedParley other;
    private static String administrator;

    @BeforeAll
    static void startBoth() throws IOException {
        Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target/it")), "replicas-");
        PostgresProgram.linkInto(Files.createDirectories(data.resolve("database")));
        database = EmbeddedDatabase.start(data.resolve("database"));
        one = replica(data.resolve("one")).start();
        other = replica(data.resolve("other")).start();
        administrator = signIn(one, "ada@shop.example", PASSWORD);
    }

    private static PackagedParley replica(Path data) {
        return new PackagedParley(data)
                .with("QUARKUS_DATASOURCE_REACTIVE_URL", database.reactiveUrl())
                .with("QUARKUS_DATASOURCE_USERNAME", database.user())
                .with("QUARKUS_DATASOURCE_PASSWORD", database.password())
                .with("QUARKUS_FLYWAY_JDBC_URL", database.jdbcUrl())
                .with("QUARKUS_FLYWAY_USERNAME", database.owner())
                .with("QUARKUS_FLYWAY_PASSWORD", database.ownerPassword())
                .with("PARLEY_SECRET_KEY", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
                .with("PARLEY_ADMIN_EMAIL", "ada@shop.example").with("PARLEY_ADMIN_PASSWORD", PASSWORD);
    }

    @AfterAll
    static void stopBoth() throws IOException {
        for (PackagedParley replica : new PackagedParley[]{one, other}) {
            if (replica != null) {
                replica.close();
            }
        }
        if (database != null) {
            database.close();
        }
    }

    @Test
    void sessionThatIsSignedOut_losesItsSocketsOnEveryReplica() throws IOException {
        Person ben = invite();

        try (VisitorClient here = socket(one, ben.cookie()); VisitorClient there = socket(other, ben.cookie())) {
            assertThat(ask(one, "DELETE", "/v1/console/session", ben.cookie(), null).statusCode()).isEqualTo(204);

            assertThat(List.of(here.awaitClose(), there.awaitClose())).containsOnly(SIGNED_OUT);
        }
        assertThat(ask(other, "GET", "/v1/console/session", ben.cookie(), null).statusCode()).isEqualTo(401);
    }

    @Test
    void anotherPassword_shutsTheOtherSessionsOnEveryReplicaAndLeavesItsOwn() throws IOException {
        Person ben = invite();
        String elsewhere = signIn(other, ben.email(), PASSWORD);

        try (VisitorClient own = socket(other, ben.cookie()); VisitorClient shut = socket(other, elsewhere)) {
            assertThat(ask(one, "PUT", "/v1/console/password", ben.cookie(),
                    Map.of("current", PASSWORD, "password", "another horse battery")).statusCode()).isEqualTo(204);

            assertThat(shut.awaitClose()).isEqualTo(SIGNED_OUT);
            own.pingPong();
        }
    }

    @Test
    void disabledAgent_isOutOnEveryReplica() throws IOException {
        Person ben = invite();

        try (VisitorClient there = socket(other, ben.cookie())) {
            assertThat(ask(one, "DELETE", "/v1/console/agents/" + ben.id(), administrator, null).statusCode())
                    .isEqualTo(204);

            assertThat(there.awaitClose()).isEqualTo(SIGNED_OUT);
        }
        assertThat(ask(other, "GET", "/v1/console/session", ben.cookie(), null).statusCode()).isEqualTo(401);
    }

    @Test
    void claimsOnBothReplicasAtOnce_makeOneOwner() throws IOException {
        Person ben = invite();
        Person eva = invite();

        for (int round = 0; round < 20; round++) {
            String claim = "/v1/console/conversations/"
                    + JSON.readTree(one.post("/v1/conversations", "{}").body()).path("id").asText() + "/claim";
            List<CompletableFuture<HttpResponse<String>>> claims = List.of(claimLater(one, claim, ben),
                    claimLater(other, claim, eva));

            List<JsonNode> answers = claims.stream().map(CompletableFuture::join).map(ReplicasIT::json).toList();

            assertThat(answers).filteredOn(answer -> answer.path("state").asText().equals("with_agent")).hasSize(1)
                    .allMatch(won -> Stream.of(ben.id(), eva.id()).anyMatch(won.path("agent").asText()::equals));
            assertThat(answers).filteredOn(answer -> answer.path("code").asText().equals("already_claimed")).hasSize(1);
        }
    }

    private static CompletableFuture<HttpResponse<String>> claimLater(PackagedParley replica, String path,
            Person by) {
        return HTTP.sendAsync(request(replica, "POST", path, by.cookie(), null), BodyHandlers.ofString());
    }

    private record Person(String id, String email, String cookie) {}

    private static Person invite() throws IOException {
        String email = UUID.randomUUID() + "@shop.example";
        JsonNode invited = json(
                ask(one, "POST", "/v1/console/agents", administrator, Map.of("email", email, "name", "Ben")));
        String link = invited.path("link").asText();
        assertThat(ask(other, "POST", "/v1/console/password-reset/confirm", null,
                Map.of("token", link.substring(link.indexOf('=') + 1), "password", PASSWORD)).statusCode())
                .isEqualTo(204);
        return new Person(invited.path("agent").path("id").asText(), email, signIn(one, email, PASSWORD));
    }

    private static String signIn(PackagedParley replica, String email, String password) throws IOException {
        HttpResponse<String> signedIn = ask(replica, "POST", "/v1/console/session", null,
                Map.of("email", email, "password", password));
        assertThat(signedIn.statusCode()).as(signedIn.body()).isEqualTo(201);
        return HttpCookie.parse(signedIn.headers().firstValue("Set-Cookie").orElseThrow()).getFirst().getValue();
    }

    private static VisitorClient socket(PackagedParley replica, String cookie) {
        VisitorClient client = VisitorClient.connectAgent(replica.uri("/"), origin(replica), cookie);
        client.await("ready");
        return client;
    }

    private static HttpResponse<String> ask(PackagedParley replica, String method, String path,
            @Nullable String cookie, @Nullable Map<String, String> body) throws IOException {
        try {
            return HTTP.send(request(replica, method, path, cookie, body), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest request(PackagedParley replica, String method, String path, @Nullable String cookie,
            @Nullable Map<String, String> body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(replica.uri(path)).header("Origin", origin(replica))
                .header("X-Parley-Console", "1").header("Content-Type", "application/json")
                .method(method, body == null
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofString(JSON.valueToTree(body).toString()));
        return (cookie == null ? request : request.header("Cookie", "parley_agent=" + cookie)).build();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(answer.body(), e);
        }
    }

    private static String origin(PackagedParley replica) {
        return replica.uri("/").toString().replaceFirst("/$", "");
    }
}
