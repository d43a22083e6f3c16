package dev.parley.platform.database;

import static dev.parley.testsupport.Shops.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import dev.parley.platform.OneByOne;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every table is listed with how its rows expire, so that a new one without a rule fails. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ExpiredRowsTest {
    private static final String WITH_ITS_SHOP = "with its shop, or by its people";
    private static final String WITH_ITS_CONVERSATION = "with its conversation";
    private static final String BY_THE_PURGE = "by the purge, after its retention";
    private static final String BY_ITSELF = "by itself, see ExpiringTables";
    private static final String STAYS = "stays: one row, or one for each shop";

    private static final Map<String, String> ENDS = new TreeMap<>(Map.ofEntries(
            Map.entry("agent", WITH_ITS_SHOP), Map.entry("canned_answer", WITH_ITS_SHOP),
            Map.entry("faq_entry", WITH_ITS_SHOP), Map.entry("faq_meaning", WITH_ITS_SHOP),
            Map.entry("faq_revision", WITH_ITS_SHOP), Map.entry("handoff_settings", WITH_ITS_SHOP),
            Map.entry("label", WITH_ITS_SHOP), Map.entry("recovery_code", WITH_ITS_SHOP),
            Map.entry("saved_view", WITH_ITS_SHOP), Map.entry("second_factor", WITH_ITS_SHOP),
            Map.entry("tenant", WITH_ITS_SHOP), Map.entry("tool", WITH_ITS_SHOP),
            Map.entry("visitor_identity", WITH_ITS_SHOP), Map.entry("spend_day", WITH_ITS_SHOP),
            Map.entry("spend_total", WITH_ITS_SHOP),
            Map.entry("answer", WITH_ITS_CONVERSATION), Map.entry("message", WITH_ITS_CONVERSATION),
            Map.entry("client_chat", WITH_ITS_CONVERSATION), Map.entry("conversation_read", WITH_ITS_CONVERSATION),
            Map.entry("draft", WITH_ITS_CONVERSATION), Map.entry("note", WITH_ITS_CONVERSATION),
            Map.entry("recording_piece", WITH_ITS_CONVERSATION), Map.entry("action_call", WITH_ITS_CONVERSATION),
            Map.entry("webhook_attempt", WITH_ITS_CONVERSATION),
            Map.entry("conversation", BY_THE_PURGE), Map.entry("visitor", BY_THE_PURGE),
            Map.entry("recording", BY_THE_PURGE), Map.entry("spend_call", BY_THE_PURGE),
            Map.entry("purge_lease", STAYS), Map.entry("service_mark", STAYS), Map.entry("shop_removal", STAYS),
            Map.entry("agent_session", BY_ITSELF), Map.entry("agent_link", BY_ITSELF),
            Map.entry("agent_presence", BY_ITSELF), Map.entry("api_key", BY_ITSELF),
            Map.entry("attachment", BY_ITSELF), Map.entry("audit_entry", BY_ITSELF),
            Map.entry("erasure", BY_ITSELF), Map.entry("handoff_wait", BY_ITSELF),
            Map.entry("idempotent_request", BY_ITSELF), Map.entry("operator_entry", BY_ITSELF),
            Map.entry("purge_run", BY_ITSELF), Map.entry("sign_in_attempt", BY_ITSELF),
            Map.entry("sign_in_device", BY_ITSELF), Map.entry("webhook", BY_ITSELF),
            Map.entry("webhook_delivery", BY_ITSELF)));

    /**
     * Two rows, the first expired and the second not. `@shop`, `@agent`, `@conversation` and `@webhook` are replaced by
     * ids. {@code key} is a column that tells the rows apart.
     */
    record Sample(String table, String key, String columns, String dead, String live) {
        @Override
        public String toString() {
            return table + " " + dead;
        }
    }

    private static final String SESSION = "id, tenant_id, agent_id, token_hash, created_at, last_seen_at, expires_at, revoked_at";
    private static final String LINK = "token_hash, tenant_id, agent_id, created_at, expires_at, used_at";
    private static final String KEY = "id, tenant_id, name, key_hash, scopes, created_at, expires_at, revoked_at, replaced_by";

    @SuppressWarnings("UnusedVariable")
    private static final List<Sample> SAMPLES = List.of(
            session("-25h", "NULL", "-23h", "NULL"),
            session("+99h", "-25h", "+99h", "-23h"),
            new Sample("agent_link", "created_at", LINK, "@bytes, @shop, @agent, @-99h, @-25h, NULL",
                    "@bytes, @shop, @agent, @-98h, @-23h, NULL"),
            new Sample("agent_link", "created_at", LINK, "@bytes, @shop, @agent, @-99h, @+9h, @-25h",
                    "@bytes, @shop, @agent, @-98h, @+9h, @-23h"),
            new Sample("agent_presence", "seen_at", "id, tenant_id, agent_id, seen_at", "@id, @shop, @agent, @-25h",
                    "@id, @shop, @agent, @-23h"),
            key("NULL, @-721h, NULL", "NULL, @-719h, NULL"),
            key("@-721h, NULL, @id", "@-719h, NULL, @id"),
            // Closed automatically: agents see it until they dismiss it.
            key("NULL, @-9999h, NULL", "@-9999h, NULL, NULL"),
            new Sample("attachment", "created_at",
                    "id, tenant_id, conversation_id, seq, uploader, name, type, size, content, created_at",
                    "@id, @shop, @conversation, NULL, @agent, 'a', 'image/png', 1, '\\x01', @-25h",
                    "@id, @shop, @conversation, NULL, @agent, 'a', 'image/png', 1, '\\x01', @-23h"),
            new Sample("attachment", "created_at",
                    "id, tenant_id, conversation_id, seq, uploader, name, type, size, content, created_at",
                    "@id, @shop, @conversation, NULL, @agent, 'a', 'image/png', 1, '\\x01', @-26h",
                    "@id, @shop, @conversation, 1, @agent, 'a', 'image/png', 1, '\\x01', @-99h"),
            new Sample("audit_entry", "at", "id, tenant_id, agent_id, agent_name, action, at",
                    "@id, @shop, @agent, 'A', 'x', @-8761h", "@id, @shop, @agent, 'A', 'x', @-8759h"),
            new Sample("operator_entry", "at", "id, shop_id, at, action, slug", "@id, @shop, @-8761h, 'x', 's'",
                    "@id, @shop, @-8759h, 'x', 's'"),
            new Sample("erasure", "at", "id, tenant_id, at, conversations, messages, answers",
                    "@id, @shop, @-26281h, 0, 0, 0", "@id, @shop, @-26279h, 0, 0, 0"),
            new Sample("purge_run", "started_at",
                    "id, tenant_id, started_at, cutoff, conversations, messages, answers, visitors, outcome",
                    "@id, @shop, @-26281h, @0h, 0, 0, 0, 0, 'done'", "@id, @shop, @-26279h, @0h, 0, 0, 0, 0, 'done'"),
            new Sample("handoff_wait", "claimed_at", "id, tenant_id, waited_ms, claimed_at", "@id, @shop, 1, @-25h",
                    "@id, @shop, 1, @-23h"),
            new Sample("idempotent_request", "expires_at", "tenant_id, key_hash, fingerprint, held_until, expires_at",
                    "@shop, @bytes, '\\x01', @-9h, @-1h", "@shop, @bytes, '\\x01', @-9h, @+1h"),
            new Sample("sign_in_attempt", "last_at", "key, failures, blocked_until, last_at",
                    "@bytes, 1, @-49h, @-49h", "@bytes, 1, @-47h, @-47h"),
            new Sample("sign_in_device", "last_at", "key, account, last_at", "@bytes, @bytes, @-4321h",
                    "@bytes, @bytes, @-4319h"),
            new Sample("webhook_delivery", "happened_at",
                    "id, webhook_id, tenant_id, event, body, happened_at, due_at, outcome",
                    "@id, @webhook, @shop, 'x', '{}', @-169h, @0h, 'failed'",
                    "@id, @webhook, @shop, 'x', '{}', @-167h, @0h, 'failed'"));

    private static Sample session(String deadExpires, String deadRevoked, String liveExpires, String liveRevoked) {
        return new Sample("agent_session", "created_at", SESSION,
                "@id, @shop, @agent, @bytes, @-98h, @-98h, " + at(deadExpires) + ", " + at(deadRevoked),
                "@id, @shop, @agent, @bytes, @-97h, @-97h, " + at(liveExpires) + ", " + at(liveRevoked));
    }

    private static Sample key(String dead, String live) {
        return new Sample("api_key", "created_at", KEY, "@id, @shop, 'k', @bytes, 'faq', @-9001h, " + dead,
                "@id, @shop, 'k', @bytes, 'faq', @-9000h, " + live);
    }

    private static String at(String hours) {
        return hours.equals("NULL") ? hours : "@" + hours;
    }

    @Inject
    Shops shops;
    @Inject
    ExpiredRows expired;
    @Inject
    Statements statements;
    @Inject
    OneByOne oneByOne;
    @Inject
    Scheduler scheduler;

    /** Years in the past, where no other test's rows expire. */
    private final Instant now = Instant.parse("2019-06-01T00:00:00Z");
    private Shop shop;
    private Map<String, String> ids;

    /** The service's own job goes by today's date. */
    @BeforeEach
    void pauseTheService() {
        scheduler.pause();
    }

    @AfterEach
    void resumeTheService() {
        scheduler.resume();
    }

    @BeforeEach
    void openShop() {
        shop = shops.open();
        UUID webhook = UUID.randomUUID();
        shops.sql(
                "INSERT INTO webhook (id, tenant_id, url, events, sealed_secret, created_at, paused_at, pause_reason) "
                        + "VALUES (?, ?, 'https://203.0.113.1/', '{message.created}', 'x', now(), now(), 'by_hand')",
                webhook,
                shop.id().value());
        ids = Map.of("@shop", quoted(shop.id().value()), "@agent", quoted(shops.agent(shop, "agent").id()),
                "@conversation", quoted(shops.conversation(shop).id()), "@webhook", quoted(webhook));
        shops.sql("DELETE FROM sign_in_attempt WHERE last_at < '2020-01-01'");
        shops.sql("DELETE FROM sign_in_device WHERE last_at < '2020-01-01'");
    }

    private static String quoted(UUID id) {
        return "CAST('" + id + "' AS uuid)";
    }

    private ExpiredRows job(int batch, int batches) {
        return new ExpiredRows(expired.expiries(), statements, oneByOne, Clock.fixed(now, java.time.ZoneOffset.UTC),
                batch, batches);
    }

    private void insert(Sample sample, String values) {
        String filled = values;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            filled = filled.replace(id.getKey(), id.getValue());
        }
        filled = filled.replace("@id", "gen_random_uuid()");
        while (filled.contains("@bytes")) {
            filled = filled.replaceFirst("@bytes", "decode(replace('" + UUID.randomUUID() + "', '-', ''), 'hex')");
        }
        filled = filled.replaceAll("@([+-]?\\d+)h", "(TIMESTAMPTZ '" + now + "' + INTERVAL '$1 hours')");
        shops.sql("INSERT INTO " + sample.table() + " (" + sample.columns() + ") VALUES (" + filled + ")");
    }

    private List<String> rows(String table, String key) {
        return shops.column("SELECT " + key + " FROM " + table + " WHERE " + key + " < '2020-01-01' ORDER BY " + key);
    }

    @Test
    void everyTable_saysHowItsRowsEnd() {
        List<String> tables = shops.column("""
                SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()
                AND table_type = 'BASE TABLE' AND table_name NOT LIKE 'flyway%'""");

        assertThat(new TreeSet<>(tables)).isEqualTo(new TreeSet<>(ENDS.keySet()));
        assertThat(cleared()).isEqualTo(ENDS.entrySet().stream().filter(end -> end.getValue().equals(BY_ITSELF))
                .map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new)));
    }

    private Set<String> cleared() {
        return expired.expiries().stream().map(Expiry::table).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyTableWhoseRowsEnd_hasASample() {
        TreeSet<String> tried = SAMPLES.stream().map(Sample::table).collect(Collectors.toCollection(TreeSet::new));
        tried.add("webhook");

        assertThat(tried).isEqualTo(cleared());
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void rowThatIsOver_goesAndTheOtherStays(Sample sample) {
        insert(sample, sample.live());
        List<String> live = rows(sample.table(), sample.key());
        insert(sample, sample.dead());

        await(job(500, 10).remove());

        assertThat(live).hasSize(1);
        assertThat(rows(sample.table(), sample.key())).isEqualTo(live);
        shops.sql("DELETE FROM " + sample.table() + " WHERE " + sample.key() + " < '2020-01-01'");
    }

    @Test
    void secretThatSignsNoMore_isForgottenAndItsWebhookStays() {
        shops.sql("UPDATE webhook SET sealed_former = 'y', former_until = '2019-05-31' WHERE tenant_id = ?",
                shop.id().value());

        await(job(500, 10).remove());

        assertThat(shops.column("SELECT COALESCE(sealed_former, 'none') FROM webhook WHERE tenant_id = ?",
                shop.id().value())).containsExactly("none");
    }

    @Test
    void flood_goesInBatchesAndSoMuchARun() {
        shops.sql(
                """
                INSERT INTO sign_in_attempt (key, failures, blocked_until, last_at)
                SELECT decode(md5(CAST(n AS text)), 'hex'), 1, '2019-01-01', '2019-01-01' FROM generate_series(1, 70) n""");

        await(job(10, 3).remove());
        int afterOne = rows("sign_in_attempt", "last_at").size();
        await(job(10, 30).remove());

        assertThat(afterOne).isEqualTo(40);
        assertThat(rows("sign_in_attempt", "last_at")).isEmpty();
    }

    @Test
    void oneTableThatCannotBeCleared_keepsNoOther() {
        Sample sample = SAMPLES.getLast();
        insert(sample, sample.dead());
        List<Expiry> broken = new java.util.ArrayList<>(List.of(new Expiry("no_such_table", Duration.ZERO, "true")));
        broken.addAll(expired.expiries());

        await(new ExpiredRows(broken, statements, oneByOne, Clock.fixed(now, java.time.ZoneOffset.UTC), 500, 10)
                .remove());

        assertThat(rows(sample.table(), sample.key())).isEmpty();
    }
}
