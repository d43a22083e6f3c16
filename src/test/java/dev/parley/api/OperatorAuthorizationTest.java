package dev.parley.api;

import static dev.parley.testsupport.Problems.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.parley.api.ShopOperations.Operation;
import dev.parley.key.ApiKey;
import dev.parley.testsupport.ConsoleUser;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every operator operation with everybody else's credentials, and every shop operation with the operator's. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class OperatorAuthorizationTest {
    static final List<Operation> OPERATIONS = ShopOperations.all().stream()
            .filter(operation -> operation.path().startsWith("/v1/operator/")).toList();

    @Inject
    Shops shops;
    @Inject
    MeterRegistry meters;

    private static Response ask(Operation operation, Map<String, String> headers, String slug) {
        RequestSpecification request = given().headers(headers);
        if (operation.method().equals("POST") || operation.method().equals("PATCH")) {
            request.contentType(ContentType.JSON).body(Map.of("name", "Taken over"));
        }
        return request.request(operation.method(),
                operation.path().replace("{slug}", slug).replace("{id}", UUID.randomUUID().toString()));
    }

    @Test
    void thereAreOperations() {
        assertThat(OPERATIONS).extracting(Operation::name).contains("POST /v1/operator/shops",
                "PATCH /v1/operator/shops/{slug}", "DELETE /v1/operator/shops/{slug}");
        assertThat(OPERATIONS).allMatch(operation -> operation.scope().equals("operator"));
    }

    @Test
    void wrongKey_isCounted() {
        double before = refused();

        given().header("Authorization", "Bearer " + "x".repeat(40)).get("/v1/operator/shops");
        given().get("/v1/operator/shops");
        given().header("Authorization", "Bearer " + PostgresResource.OPERATOR_KEY).get("/v1/operator/shops");

        assertThat(refused() - before).isEqualTo(2);
    }

    private double refused() {
        return meters.get("parley.operator.refused").counter().count();
    }

    @ParameterizedTest
    @FieldSource("OPERATIONS")
    void operation_isClosedToEverybodyElse(Operation operation) {
        Shop shop = shops.open(String.join(" ", ApiKey.SCOPES));
        ConsoleUser agent = shops.agent(shop, "administrator");
        String key = PostgresResource.OPERATOR_KEY;

        List<Map<String, String>> strangers = List.of(
                Map.of("X-Nobody", "1"),
                Map.of("Authorization", "Bearer " + shop.apiKey()),
                Map.of("Authorization", "Bearer "),
                Map.of("Authorization", "Basic " + key),
                Map.of("Authorization", "Bearer " + key.substring(1)),
                Map.of("Authorization", "Bearer " + key + "x"),
                Map.of("Authorization", "Bearer " + key.toUpperCase(java.util.Locale.ROOT)),
                Map.of("Cookie", "parley_agent=" + agent.cookie(), "X-Parley-Console", "1", "Origin",
                        "http://localhost"));

        for (Map<String, String> headers : strangers) {
            assertThat(assertProblem(ask(operation, headers, shop.slug()), 401, "unauthenticated"))
                    .contains("PARLEY_OPERATOR_KEY").doesNotContain(key);
        }
        assertThat(shops.column("SELECT name FROM tenant WHERE id = ?", shop.id().value()))
                .containsExactly("Sample shop");
    }

    @Test
    void theOperatorsKey_opensNoShop() {
        String bearer = "Bearer " + PostgresResource.OPERATOR_KEY;

        for (String path : List.of("/v1/conversations", "/v1/faq/entries", "/v1/keys", "/v1/console/session",
                "/openai/v1/models", "/v1/operator;x=/shops", "/v1//operator/../keys")) {
            assertThat(given().header("Authorization", bearer).urlEncodingEnabled(false).get(path).statusCode())
                    .as(path).isIn(401, 403, 404);
        }
    }
}
