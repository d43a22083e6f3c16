package dev.parley.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;

/** The format of every REST error (RFC 9457 and our extensions). */
public final class Problems {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FIELD = Pattern.compile("^The field `([\\w.]+)`");

    private Problems() {}

    /** Checks the whole document and returns its detail. */
    public static String assertProblem(Response response, int status, String code) {
        String body = response.asString();
        assertThat(response.statusCode()).as(body).isEqualTo(status);
        assertThat(response.contentType()).as(body).startsWith("application/problem+json");
        JsonNode problem = read(body);
        assertThat(problem.path("code").textValue()).as(body).isEqualTo(code);
        assertThat(problem.path("status").numberValue()).as(body).isEqualTo(status);
        assertThat(problem.path("retryable").isBoolean()).as(body).isTrue();
        assertThat(problem.path("retryable").booleanValue()).as(body).isEqualTo(status == 429 || status == 503);
        assertThat(problem.path("request_id").textValue()).as(body).startsWith("req_")
                .isEqualTo(response.header("X-Request-Id"));
        assertThat(problem.path("title").textValue()).as(body).isNotBlank();
        assertThat(problem.path("detail").isTextual()).as(body).isTrue();
        assertPointsAtItsField(problem);
        return problem.path("detail").textValue();
    }

    /** The pointer must name the field that the detail mentions. */
    private static void assertPointsAtItsField(JsonNode problem) {
        Matcher named = FIELD.matcher(problem.path("detail").textValue());
        if (named.find()) {
            assertThat(problem.path("field").asText()).as(problem.toString())
                    .endsWith("/" + named.group(1).replace('.', '/'));
        }
    }

    /** Parsed with Jackson: REST Assured compiles each path anew, which took a fifth of the tests' CPU time. */
    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
