package dev.parley.console;

import static dev.parley.testsupport.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import dev.parley.testsupport.ConsoleUser;
import dev.parley.testsupport.HookReceiver;
import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class WebhookDeskTest {
    private static final String PATH = "/v1/console/webhooks";

    @Inject
    Shops shops;
    private final HookReceiver receiver = new HookReceiver();
    private ConsoleUser administrator;

    @BeforeEach
    void openShop() {
        Shop shop = shops.open();
        administrator = shops.agent(shop, "administrator");
    }

    @AfterEach
    void nothingStaysDue() {
        shops.sql("DELETE FROM webhook");
        receiver.close();
    }

    private Response create() {
        return administrator.asks().body(Map.of("url", receiver.url(), "events", List.of("message.created")))
                .post(PATH);
    }

    private String created() {
        return PATH + "/" + create().path("id");
    }

    @Test
    void secret_isShownOnceAndKeptInNoCache() {
        Response created = create();

        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        assertThat(created.<String>path("secret")).startsWith("whsec_");
        assertThat(created.header("Cache-Control")).isEqualTo("no-store");
        assertThat(administrator.asks().get(created.header("Location")).asString()).doesNotContain("whsec_");
        Response rotated = administrator.asks().post(created.header("Location") + "/rotate-secret");
        assertThat(rotated.<String>path("secret")).startsWith("whsec_").isNotEqualTo(created.path("secret"));
        assertThat(rotated.<String>path("former_secret_until")).isNotBlank();
    }

    @Test
    void webhook_isChangedPausedResumedAndRemoved() {
        String path = created();

        Response changed = administrator.asks()
                .body(Map.of("url", receiver.url(), "events", List.of("faq.unanswered"))).put(path);
        assertThat(changed.<List<String>>path("events")).containsExactly("faq.unanswered");
        assertThat(administrator.asks().post(path + "/pause").<String>path("paused.reason")).isEqualTo("by_hand");
        assertThat(administrator.asks().post(path + "/resume").<Object>path("paused")).isNull();
        assertThat(administrator.asks().delete(path).statusCode()).isEqualTo(204);
        assertThat(administrator.asks().get(PATH).<List<Object>>path("items")).isEmpty();
        assertThat(administrator.asks().get("/v1/console/audit").<List<String>>path("items.action")).containsExactly(
                "webhook.remove", "webhook.resume", "webhook.pause", "webhook.change", "webhook.add");
    }

    @Test
    void delivery_isShownAsSentAndSentAgain() {
        String path = created();
        Response tested = administrator.asks().post(path + "/test");
        String delivery = path + "/deliveries/" + tested.path("id");

        assertThat(tested.<String>path("state")).isEqualTo("delivered");
        assertThat(tested.<String>path("body")).isEqualTo(receiver.heard().getFirst().body());
        assertThat(administrator.asks().get(delivery).<List<String>>path("attempts.response"))
                .containsExactly("thank you");
        Response again = administrator.asks().post(delivery + "/redeliver");
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.<String>path("id")).isEqualTo(tested.path("id"));
    }

    @Test
    void log_isReadPageByPageAndNarrowed() {
        String path = created() + "/deliveries";
        for (int i = 0; i < 3; i++) {
            administrator.asks().post(path.replace("/deliveries", "/test"));
        }

        Response first = administrator.asks().get(path + "?limit=2");
        Response rest = administrator.asks().get(path + "?limit=2&cursor=" + first.path("next_cursor"));

        assertThat(first.<List<Object>>path("items")).hasSize(2);
        assertThat(rest.<List<Object>>path("items")).hasSize(1);
        assertThat(rest.<Object>path("next_cursor")).isNull();
        assertThat(administrator.asks().get(path + "?state=failed").<List<Object>>path("items")).isEmpty();
        assertProblem(administrator.asks().get(path + "?cursor=-!"), 400, "bad_cursor");
    }
}
