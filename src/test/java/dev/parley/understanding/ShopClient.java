package dev.parley.understanding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.understanding.CaseResult.Said;
import dev.parley.understanding.EverydayCase.Turn;
import org.jspecify.annotations.Nullable;

/** Runs a case's conversation over REST, as a shop's backend would. */
final class ShopClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_NANOS = Duration.ofMillis(5).toNanos();
    private static final int MAX_TRIES = 2_000;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final String key;
    /** Whether messages may name the page; older versions of Parley refuse the field. */
    private volatile boolean takesPages = true;

    ShopClient(URI base, String key) {
        this.base = base;
        this.key = key;
    }

    CaseResult have(EverydayCase asked) {
        String path = "/v1/conversations/" + open(asked).path("id").asText();
        List<Turn> turns = asked.turns();
        int judged = judgedFrom(turns);
        turns.subList(0, judged).forEach(turn -> answered(say(path, turn)));
        long before = get(path).path("last_seq").asLong();
        List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
        for (Turn turn : turns.subList(judged, turns.size())) {
            long known = get(path).path("last_seq").asLong();
            sent.add(say(path, turn));
            // Two concurrent requests could overtake each other.
            awaitStored(path, known);
        }
        sent.forEach(ShopClient::answered);
        return heard(get(path), get(path + "/messages?limit=200").path("items"), before);
    }

    /** The last turn, and those before it that did not wait for an answer. */
    private static int judgedFrom(List<Turn> turns) {
        int from = turns.size() - 1;
        while (from > 0 && turns.get(from - 1).quick()) {
            from--;
        }
        return from;
    }

    private JsonNode open(EverydayCase asked) {
        ObjectNode body = JSON.createObjectNode();
        put(body, "locale", asked.locale());
        put(body, "page", asked.turns().getFirst().page());
        return answered(post("/v1/conversations", body));
    }

    private CompletableFuture<HttpResponse<String>> say(String path, Turn turn) {
        ObjectNode body = JSON.createObjectNode().put("id", UUID.randomUUID().toString()).put("text", turn.text());
        String messages = path + "/messages";
        if (turn.page() == null || !takesPages) {
            return post(messages, body);
        }
        return post(messages, body.deepCopy().put("page", turn.page())).thenCompose(answer -> {
            if (answer.statusCode() != 400) {
                return CompletableFuture.completedFuture(answer);
            }
            takesPages = false;
            return post(messages, body);
        });
    }

    private static void put(ObjectNode body, String field, @Nullable String value) {
        if (value != null) {
            body.put(field, value);
        }
    }

    private void awaitStored(String path, long known) {
        for (int tries = 0; get(path).path("last_seq").asLong() <= known; tries++) {
            if (tries == MAX_TRIES) {
                throw new IllegalStateException("A message of " + path + " is not stored.");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static CaseResult heard(JsonNode conversation, JsonNode messages, long before) {
        List<String> earlier = new ArrayList<>();
        List<Said> replies = new ArrayList<>();
        for (JsonNode message : messages) {
            if (message.path("author").asText().equals("bot")) {
                if (message.path("seq").asLong() <= before) {
                    earlier.add(message.path("text").asText());
                } else {
                    replies.add(said(message));
                }
            }
        }
        return new CaseResult(conversation.path("state").asText(), conversation.hasNonNull("handoff"), earlier,
                replies);
    }

    private static Said said(JsonNode message) {
        List<String> sources = new ArrayList<>();
        message.path("sources").forEach(source -> sources.add(source.path("question").asText()));
        return new Said(message.path("text").asText(), message.path("finish").asText(), sources);
    }

    /** The demo shop's answers by question, read from an export. */
    Map<String, String> answers() {
        Map<String, String> answers = new HashMap<>();
        text("/v1/faq/export?format=jsonl").lines().filter(line -> !line.isBlank()).map(ShopClient::read)
                .forEach(entry -> answers.put(entry.path("question").asText(), entry.path("answer").asText()));
        return Map.copyOf(answers);
    }

    private JsonNode get(String path) {
        return read(text(path));
    }

    private String text(String path) {
        try {
            HttpResponse<String> answer = http.send(request(path).GET().build(), BodyHandlers.ofString());
            return checked(answer).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private CompletableFuture<HttpResponse<String>> post(String path, JsonNode body) {
        return http.sendAsync(request(path).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).header("Accept", "application/json")
                .header("Authorization", "Bearer " + key);
    }

    private static JsonNode answered(CompletableFuture<HttpResponse<String>> sent) {
        return read(checked(sent.join()).body());
    }

    private static HttpResponse<String> checked(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
