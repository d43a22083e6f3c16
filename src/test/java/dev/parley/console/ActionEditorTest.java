package dev.parley.console;

import static dev.parley.testsupport.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import dev.parley.testsupport.ConsoleUser;
import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class ActionEditorTest {
    private static final String PATH = "/v1/tools";
    private static final String URL = "http://127.0.0.1:8099/orders";

    @Inject
    Shops shops;
    private ConsoleUser administrator;

    @BeforeEach
    void openShop() {
        administrator = shops.agent(shops.open(), "administrator");
    }

    @Test
    void actionFromATemplate_isCompletedAndAdded() {
        List<Map<String, Object>> templates = administrator.asks().get(PATH + "/templates").path("items");
        Map<String, Object> request = new HashMap<>(templates.getFirst());
        request.put("url", URL);

        Response created = administrator.asks().body(request).post(PATH);

        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        assertThat(administrator.asks().get(PATH).<List<String>>path("items.name")).containsExactly("order_status");
        assertThat(administrator.asks().get(created.header("Location")).asString()).isEqualTo(created.asString());
    }

    @Test
    void disabledAction_keepsItsSecretHidden() {
        Response created = administrator.asks().body(Map.of("name", "order_status", "description", "Looks it up.",
                "url", URL, "auth_header", "Authorization", "auth_value", "Bearer hunter2")).post(PATH);
        Map<String, Object> seen = new HashMap<>(created.jsonPath().<String, Object>getMap("$"));
        seen.keySet().removeAll(List.of("id", "auth_set"));
        seen.put("enabled", false);

        Response off = administrator.asks().body(seen).put(created.header("Location"));

        assertThat(off.statusCode()).as(off.asString()).isEqualTo(200);
        assertThat(off.<Boolean>path("enabled")).isFalse();
        assertThat(off.<Boolean>path("auth_set")).isTrue();
        assertThat(created.asString() + off.asString()).doesNotContain("hunter2");
    }

    @Test
    void concurrentChange_isRefused() {
        Response created = administrator.asks()
                .body(Map.of("name", "stock", "description", "In stock?", "url", URL)).post(PATH);
        String path = created.header("Location");
        Map<String, ?> theirs = Map.of("name", "stock", "description", "Theirs.", "url", URL);
        Map<String, ?> own = Map.of("name", "stock", "description", "Mine.", "url", URL);

        Response first = administrator.asks().header("If-Match", created.header("ETag")).body(theirs).put(path);
        Response second = administrator.asks().header("If-Match", created.header("ETag")).body(own).put(path);

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
        assertProblem(second, 412, "changed_meanwhile");
        Response now = administrator.asks().get(path);
        assertThat(now.<String>path("description")).isEqualTo("Theirs.");
        assertThat(administrator.asks().header("If-Match", now.header("ETag")).body(own).put(path).statusCode())
                .isEqualTo(200);
    }

    @Test
    void removedAction_isDeletedAndAudited() {
        String path = administrator.asks().body(Map.of("name", "stock", "description", "In stock?", "url", URL))
                .post(PATH).header("Location");

        assertThat(administrator.asks().delete(path).statusCode()).isEqualTo(204);

        assertProblem(administrator.asks().get(path), 404, "not_found");
        assertThat(administrator.asks().get("/v1/console/audit").<List<String>>path("items.action"))
                .containsExactly("tool.remove", "tool.add");
    }
}
