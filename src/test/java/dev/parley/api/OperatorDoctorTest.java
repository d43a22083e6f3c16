package dev.parley.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import dev.parley.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class OperatorDoctorTest {
    private static Response examine(String forwardedFor) {
        Response found = given().header("Authorization", "Bearer " + PostgresResource.OPERATOR_KEY)
                .header("X-Forwarded-For", forwardedFor).get("/v1/operator/doctor");
        assertThat(found.statusCode()).as(found.asString()).isEqualTo(200);
        return found;
    }

    private static List<String> found(Response report, String check) {
        return report.path("findings.findAll { it.check == '" + check + "' }.collect { it.status + ': ' + it.found }");
    }

    @Test
    void theRunningService_reportsOnItself() {
        Response report = examine("203.0.113.9");

        assertThat(report.<List<String>>path("findings.check")).contains("service", "database", "migrations", "disk",
                "clock",
                "mail", "models", "secrets", "proxy", "websocket");
        assertThat(found(report, "migrations").getFirst()).startsWith("ok: All ");
        assertThat(found(report, "database").getFirst()).startsWith("ok: Connected to ");
        assertThat(report.asString()).doesNotContain(PostgresResource.OPERATOR_KEY);
    }

    @Test
    void aRequestForwardedByAnUntrustedAddress_isToldAfterwards() {
        given().header("Authorization", "Bearer wrong").header("X-Forwarded-For", "203.0.113.9")
                .get("/v1/operator/shops");

        assertThat(found(examine("203.0.113.9"), "proxy").getFirst())
                .startsWith("warning: A request forwarded by 127.0.0.1");
    }
}
