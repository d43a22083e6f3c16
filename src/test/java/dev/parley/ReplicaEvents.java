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
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.platform.database.EmbeddedDatabase;
import dev.parley.testsupport.PackagedParley;
import dev.parley.testsupport.PostgresProgram;
import dev.parley.testsupport.Reply;
import dev.parley.testsupport.ScriptedModel;
import dev.parley.testsupport.VisitorClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Visitors and agents on different replicas, who hear each other whichever bus carries the events. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReplicaEvents {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final String QUESTION = "How long do I have to send shoes back?";

    private static final Reply UNDER_WAY = Reply.answer("You can ", "send shoes ", "back to us.").stallAfter(2);

    private EmbeddedDatabase database;
    private ScriptedModel model;
    private PackagedParley one;
    private PackagedParley other;
    private String administrator;

    /** Settings of every replica. */
    abstract Map<String, String> bus() throws IOException;

    /** No hint passes until {@link #mendBus}, or one is lost. */
    abstract void breakBus(EmbeddedDatabase database) throws Exception;

    abstract void mendBus();

    @BeforeAll
    void startBoth() throws IOException {
        Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target/it")), "events-");
        PostgresProgram.linkInto(Files.createDirectories(data.resolve("database")));
        database = EmbeddedDatabase.start(data.resolve("database"));
        model = ScriptedModel.start();
        one = replica(data.resolve("one")).start();
        other = replica(data.resolve("other")).start();
        administrator = signIn(other);
    }

    private PackagedParley replica(Path data) throws IOException {
        PackagedParley replica = new PackagedParley(data)
                .with("QUARKUS_DATASOURCE_REACTIVE_URL", database.reactiveUrl())
                .with("QUARKUS_DATASOURCE_USERNAME", database.user())
                .with("QUARKUS_DATASOURCE_PASSWORD", database.password())
                .with("QUARKUS_FLYWAY_JDBC_URL", database.jdbcUrl())
                .with("QUARKUS_FLYWAY_USERNAME", database.owner())
                .with("QUARKUS_FLYWAY_PASSWORD", database.ownerPassword())
                .with("PARLEY_SECRET_KEY", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
                .with("OPENAI_BASE_URL", model.baseUrl().toString());
        bus().forEach(replica::with);
        return replica;
    }

    @AfterAll
    void stopBoth() throws IOException {
        one.close();
        other.close();
        model.close();
        database.close();
    }

    @AfterEach
    void forgetReplies() {
        model.reset();
    }

    @Test
    void visitorAndAgentOnDifferentReplicas_hearEachOtherAtOnce() throws IOException {
        model.always(Reply.answer("Thirty days."));
        JsonNode session = session();
        try (VisitorClient visitor = visitor(one, session); VisitorClient agent = agent()) {
            visitor.ask(QUESTION);
            String conversation = agent.await("inbox.new").findValue("id").asText();
            agent.say(Map.of("type", "watch", "conversation", conversation, "since", 0));
            agent.awaitMessage("visitor", QUESTION);
            agent.awaitMessage("bot", "Thirty days.");

            visitor.say(Map.of("type", "typing", "on", true));
            agent.await("typing", frame -> frame.path("author").asText().equals("visitor"));
            agent.say(Map.of("type", "claim", "conversation", conversation));
            visitor.await("state", frame -> frame.path("state").asText().equals("with_agent"));
            agent.say(Map.of("type", "send", "id", UUID.randomUUID().toString(), "conversation", conversation,
                    "text", "Good morning, Ada here."));

            visitor.awaitMessage("agent", "Good morning, Ada here.");
        }
    }

    @Test
    void answerOfOneReplica_isReadWordByWordOnTheOther_andCanBeStoppedThere() throws IOException {
        model.next(UNDER_WAY);
        JsonNode session = session();
        try (VisitorClient here = visitor(one, session); VisitorClient there = visitor(other, session)) {
            here.ask(QUESTION);
            String answer = there.await("answer.begin").path("answer").asText();
            Awaitility.await().atMost(SOON).untilAsserted(
                    () -> assertThat(there.answerText(answer)).isEqualTo(here.answerText(answer)).contains("send"));

            there.say(Map.of("type", "stop", "answer", answer));

            assertThat(here.await("answer.end").path("finish").asText()).isEqualTo("stopped");
            assertThat(there.await("answer.end").path("seq").asInt()).isEqualTo(2);
            assertThat(there.all("message")).isEqualTo(here.all("message"));
        }
    }

    @Test
    void tabOnTheOtherReplica_thatComesLater_getsTheTextSoFar() throws IOException {
        model.next(UNDER_WAY);
        JsonNode session = session();
        try (VisitorClient here = visitor(one, session)) {
            here.ask(QUESTION);
            String answer = here.await("answer.begin").path("answer").asText();
            Awaitility.await().atMost(SOON)
                    .untilAsserted(() -> assertThat(here.answerText(answer)).contains("send"));

            try (VisitorClient there = visitor(other, session)) {
                assertThat(there.await("answer.delta").path("text").asText()).isEqualTo(here.answerText(answer));
                here.say(Map.of("type", "stop", "answer", answer));
                there.await("answer.end");
            }
        }
    }

    @Test
    void claimOnTheOtherReplica_silencesTheAnswer() throws IOException {
        model.next(UNDER_WAY);
        JsonNode session = session();
        try (VisitorClient here = visitor(one, session); VisitorClient agent = agent()) {
            here.ask(QUESTION);
            here.await("answer.delta");
            String conversation = here.await("ready").path("conversation").asText();

            agent.say(Map.of("type", "claim", "conversation", conversation));

            assertThat(here.await("answer.end").path("finish").asText()).isEqualTo("withdrawn");
            Awaitility.await().atMost(SOON).until(() -> model.stats().cancelled() > 0);
        }
    }

    @Test
    void brokenBus_messagesAreReadFromTheTables() throws Exception {
        model.always(Reply.answer("Thirty days."));
        JsonNode session = session();
        try (VisitorClient here = visitor(one, session); VisitorClient agent = agent()) {
            String conversation = here.await("ready").path("conversation").asText();
            here.ask("Hello?");
            agent.await("inbox.new", frame -> conversation.equals(frame.findPath("id").asText()));
            agent.say(Map.of("type", "watch", "conversation", conversation, "since", 0));
            agent.awaitMessage("visitor", "Hello?");

            breakBus(database);
            here.ask(QUESTION);

            agent.awaitMessage("visitor", QUESTION);
            mendBus();
            agent.say(Map.of("type", "claim", "conversation", conversation));
            here.await("state", frame -> frame.path("state").asText().equals("with_agent"));
        }
    }

    @Test
    void killedReplica_itsAnswerIsWrittenAgainByTheOther() throws IOException {
        model.next(UNDER_WAY);
        JsonNode session = session();
        try (VisitorClient here = visitor(one, session); VisitorClient there = visitor(other, session)) {
            here.ask(QUESTION);
            String answer = there.await("answer.begin").path("answer").asText();
            Awaitility.await().atMost(SOON)
                    .untilAsserted(() -> assertThat(there.answerText(answer)).contains("send"));
            model.always(Reply.answer("You can send shoes back."));

            one.kill();

            Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> there.all("answer.end").size() == 1);
            assertThat(there.all("answer.begin")).last().matches(began -> began.path("attempt").asInt() == 2);
            assertThat(there.all("message")).extracting(each -> each.path("author").asText())
                    .containsExactly("visitor", "bot");
        } finally {
            one.start();
        }
    }

    private JsonNode session() throws IOException {
        return JSON.readTree(ask(one, "/v1/visitor/sessions", Map.of("tenant", "demo")).body());
    }

    private static VisitorClient visitor(PackagedParley replica, JsonNode session) {
        return VisitorClient.connect(replica.uri("/"), origin(replica)).hello(session.path("token").asText(), 0);
    }

    private VisitorClient agent() {
        VisitorClient client = VisitorClient.connectAgent(other.uri("/"), origin(other), administrator);
        client.await("ready");
        return client;
    }

    private static String signIn(PackagedParley replica) throws IOException {
        HttpResponse<String> signedIn = ask(replica, "/v1/console/session",
                Map.of("email", PackagedParley.ADMIN_EMAIL, "password", PackagedParley.ADMIN_PASSWORD));
        assertThat(signedIn.statusCode()).as(signedIn.body()).isEqualTo(201);
        return HttpCookie.parse(signedIn.headers().firstValue("Set-Cookie").orElseThrow()).getFirst().getValue();
    }

    private static HttpResponse<String> ask(PackagedParley replica, String path, Map<String, String> body)
            throws IOException {
        try {
            return HTTP.send(HttpRequest.newBuilder(replica.uri(path)).header("Origin", origin(replica))
                    .header("X-Parley-Console", "1").header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String origin(PackagedParley replica) {
        return replica.uri("/").toString().replaceFirst("/$", "");
    }
}
