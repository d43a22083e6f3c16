package dev.parley.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;

/** What every refusal over REST must look like (RFC 9457, and what we add to it). */
public final class Problems {
    private Problems() {}

    /** Checks all of it and returns the detail. */
    public static String assertProblem(Response response, int status, String code) {
        String body = response.asString();
        assertThat(response.statusCode()).as(body).isEqualTo(status);
        assertThat(response.contentType()).as(body).startsWith("application/problem+json");
        assertThat(response.path("code").toString()).as(body).isEqualTo(code);
        assertThat(response.<Integer>path("status")).isEqualTo(status);
        assertThat(response.<Boolean>path("retryable")).isEqualTo(status == 429 || status == 503);
        assertThat(response.path("request_id").toString()).startsWith("req_")
                .isEqualTo(response.header("X-Request-Id"));
        assertThat(response.path("title").toString()).isNotBlank();
        return response.path("detail").toString();
    }
}
