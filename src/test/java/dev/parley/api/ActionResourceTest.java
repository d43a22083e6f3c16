package dev.parley.api;

import static dev.parley.testsupport.Problems.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class ActionResourceTest {
    private static final String PATH = "/v1/tools";
    private static final String URL = "http://127.0.0.1:8099/orders";

    @Inject
    Shops shops;
    private Shop shop;

    @BeforeEach
    void openShop() {
        shop = shops.open("admin");
    }

    private RequestSpecification request() {
        return given().header("Authorization", "Bearer " + shop.apiKey()).contentType(ContentType.JSON);
    }

    private static Map<String, Object> wish(String name) {
        return new HashMap<>(Map.of("name", name, "description", "Looks up an order.", "url", URL, "auth_header",
                "Authorization", "auth_value", "Bearer hunter2"));
    }

    @Test
    void action_isKeptWithItsSecretSealed() {
        Response created = request().body(wish("order_status")).post(PATH);

        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        Response got = request().get(created.header("Location"));
        assertThat(got.asString()).isEqualTo(created.asString()).doesNotContain("hunter2").doesNotContain("sealed");
        assertThat(got.<Boolean>path("auth_set")).isTrue();
        assertThat(got.<String>path("requires")).isEqualTo("verified");
        assertThat(got.<String>path("method")).isEqualTo("GET");
        assertThat(got.<Boolean>path("parameters.additionalProperties")).isFalse();
        assertThat(shops.column("SELECT settings || sealed_auth FROM tool WHERE tenant_id = ?", shop.id().value()))
                .hasSize(1).noneMatch(row -> row.contains("hunter2"));
    }

    @Test
    void readyMadeActions_canBeSentBackWithAnAddress() {
        List<Map<String, Object>> templates = request().get(PATH + "/templates").path("items");

        assertThat(templates).extracting(each -> each.get("name")).containsExactly("order_status", "returns_label",
                "stock");
        for (Map<String, Object> template : templates) {
            Map<String, Object> wish = new HashMap<>(template);
            wish.put("url", URL);
            Response created = request().body(wish).post(PATH);
            assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        }
        assertThat(request().get(PATH).<List<String>>path("items.name")).containsExactly("order_status",
                "returns_label", "stock");
    }

    @Test
    void storedSecret_staysForTheSameServerAndIsNotSentToAnother() {
        String path = request().body(wish("order_status")).post(PATH).header("Location");
        Map<String, Object> changed = wish("order_status");
        changed.remove("auth_value");
        changed.put("description", "Looks up one order.");
        assertThat(request().body(changed).put(path).<Boolean>path("auth_set")).isTrue();

        changed.put("url", "http://127.0.0.1:8098/orders");

        assertProblem(request().body(changed).put(path), 400, "auth_missing");
    }

    @ParameterizedTest
    @CsvSource({"name, Order Status", "name, ''", "description, ''", "url, ftp://shop.example/",
            "url, http://127.1:8099/", "method, DELETE", "requires, nobody", "confirm, always", "timeout_ms, 60000",
            "auth_header, Host", "auth_header, a b", "customer_field, a-b", "parameters, []"})
    void wrongField_isRefusedByItsName(String field, String value) {
        Map<String, Object> wish = wish("order_status");
        wish.put(field, field.equals("timeout_ms")
                ? Integer.valueOf(value)
                : value.equals("[]") ? List.of() : value);

        assertThat(assertProblem(request().body(wish).post(PATH), 400, "bad_tool")).contains("`" + field + "`");
    }

    @Test
    void pointersAndCards_areChecked() {
        Map<String, Object> wish = wish("order_status");
        wish.put("tell", Map.of("status", "status"));
        assertProblem(request().body(wish).post(PATH), 400, "bad_tool");

        wish.put("tell", Map.of("status", "/status"));
        wish.put("card", Map.of("type", "order", "fields", Map.of("type", "/type")));
        assertProblem(request().body(wish).post(PATH), 400, "bad_tool");
    }

    @Test
    void sameNameTwice_isRefused() {
        request().body(wish("order_status")).post(PATH);

        assertProblem(request().body(wish("order_status")).post(PATH), 409, "name_taken");
    }

    @Test
    void anotherShop_seesAndChangesNothing() {
        String path = request().body(wish("order_status")).post(PATH).header("Location");
        shop = shops.open("admin");

        assertProblem(request().get(path), 404, "not_found");
        assertProblem(request().body(wish("order_status")).put(path), 404, "not_found");
        assertProblem(request().delete(path), 404, "not_found");
        assertProblem(request().get(PATH + "/" + UUID.randomUUID()), 404, "not_found");
        assertThat(request().get(PATH).<List<?>>path("items")).isEmpty();
    }

    @Test
    void keyWithoutTheScope_isRefused() {
        shop = shops.open("conversations faq visitors usage webhooks");

        assertProblem(request().get(PATH), 403, "scope_missing");
        assertProblem(request().body(wish("order_status")).post(PATH), 403, "scope_missing");
        assertProblem(given().get(PATH), 401, "unauthenticated");
    }
}
