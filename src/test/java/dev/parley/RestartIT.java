package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.dist.Archived;
import dev.parley.testsupport.PackagedParley;
import dev.parley.testsupport.Reply;
import dev.parley.testsupport.ScriptedModel;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * The service as the archive has it, trimmed and started by its script, killed in the middle of an answer and started
 * again on the same data.
 */
class RestartIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String QUESTION = "{\"id\":\"6b0c6ba2-4f77-4e3e-9a4e-0d2c5d1f9a11\",\"text\":\"How long do I have to send shoes back?\"}";

    private static PackagedParley archived(Path data) throws IOException {
        return new PackagedParley(data).startedBy(Archived.program().toString())
                .with("JAVA_HOME", System.getProperty("java.home"))
                .with("PARLEY_JAVA_OPTS", "-XX:TieredStopAtLevel=1");
    }

    @Test
    void killedWhileAnswering_startsAgain_questionOnceAndOneWholeAnswer() throws IOException {
        Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target/it")), "restart-");
        try (ScriptedModel model = ScriptedModel.start();
                PackagedParley parley = archived(data).with("OPENAI_BASE_URL", model.baseUrl().toString())
                        .start()) {
            String messages = "/v1/conversations/"
                    + JSON.readTree(parley.post("/v1/conversations", "{}").body()).get("id").asText()
                    + "/messages";
            model.next(Reply.answer("You have ", "thirty days ", "to send them back.").stallAfter(2));
            CompletableFuture<Void> asking = CompletableFuture.runAsync(() -> parley.post(messages, QUESTION));
            Awaitility.await().until(() -> model.stats().streams() == 1);
            model.always(Reply.answer("You have ", "thirty days."));

            parley.kill();
            parley.start();

            assertThat(asking).failsWithin(Duration.ofSeconds(10));
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> said(parley, messages).size() >= 2);
            assertThat(said(parley, messages)).containsExactly("visitor: How long do I have to send shoes back?",
                    "bot: You have thirty days.");
            JsonNode again = JSON.readTree(parley.post(messages, QUESTION).body());
            assertThat(again.get("question_seq").asInt()).isEqualTo(1);
            assertThat(again.get("text").asText()).isEqualTo("You have thirty days.");
            assertThat(parley.stop()).as("exit code after SIGTERM").isEqualTo(143);
        }
    }

    private static List<String> said(PackagedParley parley, String messages) throws IOException {
        List<String> lines = new ArrayList<>();
        for (JsonNode message : JSON.readTree(parley.get(messages).body()).get("items")) {
            lines.add(message.get("author").asText() + ": " + message.get("text").asText());
        }
        return lines;
    }
}
