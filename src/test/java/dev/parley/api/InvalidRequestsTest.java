package dev.parley.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.api.InvalidRequests.Request;
import dev.parley.key.ApiKey;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.RawHttp;
import dev.parley.testsupport.RawHttp.Answer;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Guest;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

/**
 * Whatever is sent, the service answers with a problem document: no 500, no stack trace. 600 requests in the build;
 * more with `-Dparley.invalid-requests.requests=20000`, the same again with `-Dparley.invalid-requests.seed=…`.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class InvalidRequestsTest {
    private static final int REQUESTS = Integer.getInteger("parley.invalid-requests.requests", 600);
    private static final long SEED = Long.getLong("parley.invalid-requests.seed",
            ThreadLocalRandom.current().nextLong());

    @Inject
    Shops shops;
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void invalidRequest_isRefusedWithAProblem() throws JsonProcessingException {
        System.out.println("parley.invalid-requests.seed=" + SEED);
        JsonNode description = json.readTree(given().queryParam("format", "json").get("/q/openapi").asString());
        Shop shop = shops.open(String.join(" ", ApiKey.SCOPES));
        Guest guest = shops.visitor(shop);
        InvalidRequests requests = new InvalidRequests(SEED, description, Map.of("conversations",
                shops.conversation(shop, guest).id().toString(), "visitors", guest.visitor().id().toString()));
        Map<Integer, Integer> statuses = new TreeMap<>();
        List<String> wrong = new ArrayList<>();

        for (int i = 0; i < REQUESTS; i++) {
            Request request = requests.next(shop.apiKey(), PostgresResource.OPERATOR_KEY);
            Answer answer = RawHttp.send(RestAssured.port, request.method(), request.target(), request.headers(),
                    request.body().getBytes());
            statuses.merge(answer.status(), 1, Integer::sum);
            String why = whatIsWrong(request, answer);
            if (!why.isEmpty()) {
                wrong.add(why + ", request " + i + ":\n" + request + "\n→ " + answer.head() + answer.body());
            }
        }
        System.out.println(REQUESTS + " requests: " + statuses);
        assertThat(wrong).as("seed " + SEED).isEmpty();
        // If nearly all requests failed authentication, nothing would have been tested.
        int letIn = Stream.of(200, 201, 400, 409, 422).mapToInt(status -> statuses.getOrDefault(status, 0)).sum();
        assertThat(letIn).isGreaterThan(REQUESTS / 4);
    }

    private String whatIsWrong(Request request, Answer answer) {
        if (!isAddress(request.target())) {
            // The server itself refuses it before the request exists.
            return answer.status() == 400 && answer.body().isBlank() ? "" : "status " + answer.status();
        }
        if (answer.status() < 200 || answer.status() >= 500) {
            return "status " + answer.status();
        }
        if (Stream.of("\tat ", "Exception", "dev.parley.", "io.quarkus").anyMatch(answer.body()::contains)) {
            return "shows its insides";
        }
        boolean hasBody = !request.method().equals("HEAD");
        return answer.status() >= 400 && hasBody && !isProblem(request, answer) && !isImportReport(answer)
                ? "no problem"
                : "";
    }

    private static boolean isAddress(String target) {
        try {
            new URI(target);
            return true;
        } catch (URISyntaxException none) {
            return false;
        }
    }

    private boolean isProblem(Request request, Answer answer) {
        try {
            // OpenAI clients expect another error format.
            if (request.target().startsWith("/openai/")
                    && json.readTree(unchunked(answer)).path("error").path("code").isTextual()) {
                return true;
            }
            return answer.is("application/problem+json") && json.readTree(unchunked(answer)).path("code").isTextual();
        } catch (JsonProcessingException unreadable) {
            return false;
        }
    }

    /** The one response above 400 that is a result: it lists the bad rows of a file. */
    private static boolean isImportReport(Answer answer) {
        return answer.status() == 422 && answer.body().contains("\"rejected\":");
    }

    private static String unchunked(Answer answer) {
        int from = answer.body().indexOf('{');
        int to = answer.body().lastIndexOf('}');
        return from < 0 ? "" : answer.body().substring(from, to + 1);
    }
}
