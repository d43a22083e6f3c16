package dev.parley.console;

import static dev.parley.testsupport.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.parley.testsupport.ConsoleUser;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ReportTest {
    private static final String REPORT = "/v1/console/reports?from=2026-03-01&to=2026-03-31";

    @Inject
    Shops shops;
    private Shop shop;
    private ConsoleUser supervisor;
    private UUID ada;

    @BeforeEach
    void openShop() {
        shop = shops.open();
        supervisor = shops.agent(shop, "supervisor");
        ada = shops.agent(shop, "agent").id();
        // Answered by the bot alone; the visitor did not return.
        conversation("2026-03-01T10:00:00Z", null, null, "{}");
        // An agent answered after one minute and closed it after ten.
        UUID handed = conversation("2026-03-01T11:00:00Z", "2026-03-01T11:05:00Z", "a refund", "{refund,=vip}");
        shops.sql("UPDATE conversation SET state = 'closed', closed_at = '2026-03-01T11:10:00Z' WHERE id = ?", handed);
        line(handed, 2, "agent", "2026-03-01T11:06:00Z", "up");
        // Asked for a person, but no agent answered.
        conversation("2026-03-02T10:00:00Z", "2026-03-02T10:01:00Z", null, "{refund}");
        conversation("2026-02-28T10:00:00Z", null, null, "{refund}");
        Shop other = shop;
        shop = shops.open();
        conversation("2026-03-01T10:00:00Z", null, null, "{}");
        shop = other;
    }

    private UUID conversation(String at, @Nullable String handedOff, @Nullable String reason, String labels) {
        UUID id = shops.conversation(shop).id();
        shops.sql(
                "UPDATE conversation SET created_at = CAST(? AS timestamptz), last_activity_at = CAST(? AS timestamptz), "
                        + "handed_off_at = CAST(? AS timestamptz), handoff_reason = ?, labels = CAST(? AS text[]), last_seq = 2 WHERE id = ?",
                at, at, handedOff, reason, labels, id);
        line(id, 1, "visitor", at, null);
        return id;
    }

    private void line(UUID conversation, long seq, String author, String at, @Nullable String rating) {
        shops.sql("INSERT INTO message (conversation_id, seq, tenant_id, author, agent_id, text, rating, at) "
                + "VALUES (?, ?, ?, ?, ?, 'x', ?, CAST(? AS timestamptz))", conversation, seq, shop.id().value(),
                author, author.equals("agent") ? ada : null, rating, at);
    }

    @Test
    void days_tellVolumeDeflectionTimesAndRatings() {
        Response report = supervisor.asks().get(REPORT);

        assertThat(report.statusCode()).as(report.asString()).isEqualTo(200);
        assertThat(report.<List<String>>path("items.key")).containsExactly("2026-03-01", "2026-03-02");
        assertThat(report.<List<Integer>>path("items.conversations")).containsExactly(2, 1);
        assertThat(report.<Integer>path("total.settled")).isEqualTo(3);
        assertThat(report.<Integer>path("total.deflected")).isEqualTo(1);
        assertThat(report.<Integer>path("total.handed_off")).isEqualTo(2);
        assertThat(report.<Float>path("items[0].first_response_seconds.median")).isEqualTo(60f);
        assertThat(report.<Float>path("items[0].resolution_seconds.p90")).isEqualTo(600f);
        assertThat(report.<Integer>path("total.rated_up")).isEqualTo(1);
        assertThat(report.<Object>path("items[1].first_response_seconds.median")).isNull();
        assertThat(report.<List<Map<String, Object>>>path("reasons"))
                .anySatisfy(reason -> assertThat(reason).containsEntry("reason", "a refund").containsEntry("count", 1))
                .hasSize(2);
        assertThat(report.<String>path("cost")).isEqualTo("0");
    }

    @Test
    void conversationOfToday_isNotSettledYet() {
        UUID fresh = conversation("2026-03-03T10:00:00Z", null, null, "{}");
        shops.sql("UPDATE conversation SET last_activity_at = now() WHERE id = ?", fresh);

        Response report = supervisor.asks().get(REPORT);

        assertThat(report.<Integer>path("total.conversations")).isEqualTo(4);
        assertThat(report.<Integer>path("total.deflected")).isEqualTo(1);
    }

    @Test
    void agentsAndLabels_areToldApart() {
        Response agents = supervisor.asks().get(REPORT + "&by=agent");
        Response labels = supervisor.asks().get(REPORT + "&by=label");

        assertThat(agents.<List<String>>path("items.key")).containsExactly(ada.toString());
        assertThat(agents.<String>path("items[0].name")).startsWith("Agent ");
        assertThat(labels.<List<String>>path("items.key")).containsExactlyInAnyOrder("=vip", "refund");
    }

    @Test
    void csv_hasTheSameLinesAndNoFormulas() {
        Response csv = supervisor.asks().get(REPORT + "&by=label&format=csv");

        assertThat(csv.contentType()).startsWith("text/csv");
        assertThat(csv.asString().split("\r\n")).hasSize(3)
                .anySatisfy(line -> assertThat(line).startsWith("\"'=vip\",,1,1,0,1,60,60,600,600,1,0,,,"))
                .anySatisfy(line -> assertThat(line).startsWith("refund,,2,2,0,2,60,60,600,600,1,0,,,"));
    }

    @Test
    void whatCannotBeMeant_isRefusedByName() {
        assertProblem(supervisor.asks().get(REPORT + "&by=moon"), 400, "bad_by");
        assertProblem(supervisor.asks().get(REPORT + "&format=pdf"), 400, "bad_format");
        assertProblem(supervisor.asks().get("/v1/console/reports?from=soon"), 400, "bad_from");
    }
}
