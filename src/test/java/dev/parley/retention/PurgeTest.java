package dev.parley.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.parley.conversation.ConversationPurge;
import dev.parley.conversation.lookup.ConversationLookup;
import dev.parley.platform.Ids;
import dev.parley.platform.OneByOne;
import dev.parley.spend.Spend;
import dev.parley.tenant.TenantId;
import dev.parley.tenant.Tenants;
import dev.parley.testsupport.PostgresResource;
import dev.parley.visitor.Visitors;
import dev.parley.voice.RecordingPurge;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Years in the past, so that other tests' conversations are newer than any limit here. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PurgeTest {
    private static final Instant NOW = Instant.parse("2020-03-30T10:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    PurgeRepository repository;
    @Inject
    Tenants tenants;
    @Inject
    ConversationPurge conversations;
    @Inject
    Visitors visitors;
    @Inject
    RecordingPurge recordings;
    @Inject
    Spend spend;
    @Inject
    ConversationLookup lookup;
    @Inject
    OneByOne oneByOne;
    @Inject
    MeterRegistry meters;
    @Inject
    Ids ids;
    @Inject
    AgroalDataSource database;

    private final UUID shop = UUID.randomUUID();
    private final UUID strictShop = UUID.randomUUID();

    @BeforeEach
    void twoShops() {
        execute("UPDATE purge_lease SET owner = NULL, held_until = now(), due_at = now()");
        addTenant(shop, null);
        addTenant(strictShop, 2);
    }

    @AfterEach
    void nothingStays() {
        execute("DELETE FROM tenant WHERE id IN (?, ?)", shop, strictShop);
    }

    @Test
    void idleConversations_goWithAllTheirRowsAndTheRunCountsThem() {
        UUID kept = addConversation(shop, NOW.minus(Duration.ofDays(30)));
        for (int i = 1; i <= 7; i++) {
            addConversation(shop, NOW.minus(Duration.ofDays(30)).minusMillis(i));
        }

        boolean ran = await(purge().runIfDue());

        assertThat(ran).isTrue();
        assertThat(column("SELECT id FROM conversation WHERE tenant_id = ?", shop)).containsExactly(kept);
        assertThat(column("SELECT conversation_id FROM message WHERE tenant_id = ?", shop)).containsExactly(kept, kept);
        assertThat(column("SELECT conversation_id FROM answer WHERE tenant_id = ?", shop)).containsExactly(kept);
        assertThat(column("SELECT count(*) FROM visitor WHERE tenant_id = ?", shop)).containsExactly(1L);
        assertThat(column("""
                SELECT conversations || ' ' || messages || ' ' || answers || ' ' || visitors || ' ' || outcome || ' ' || (cutoff = ?) || ' '
                    || (finished_at IS NOT NULL) FROM purge_run WHERE tenant_id = ?""",
                java.sql.Timestamp.from(NOW.minus(Duration.ofDays(30))),
                shop)).containsExactly("7 14 7 7 done true true");
    }

    @Test
    void recordingsGo_whenTheirTimeIsOverOrTheyWereNotSent() {
        UUID conversation = addConversation(shop, NOW);
        UUID kept = addRecording(shop, conversation, Duration.ofHours(23), true);
        UUID fresh = addRecording(shop, conversation, Duration.ofHours(1), false);
        for (int i = 0; i < 5; i++) {
            addRecording(shop, conversation, Duration.ofHours(24), true);
        }

        await(purge().runIfDue());

        assertThat(column("SELECT id FROM recording WHERE tenant_id = ?", shop))
                .containsExactlyInAnyOrder(kept, fresh);
        assertThat(column("SELECT recording_id FROM recording_piece WHERE tenant_id = ?", shop))
                .containsExactlyInAnyOrder(kept, fresh);
        assertThat(column("SELECT recordings FROM purge_run WHERE tenant_id = ?", shop)).containsExactly(5L);
    }

    @Test
    void recordings_goWithTheHoursThatTheShopSetsLater() {
        UUID conversation = addConversation(shop, NOW);
        UUID young = addRecording(shop, conversation, Duration.ofMinutes(59), true);
        addRecording(shop, conversation, Duration.ofMinutes(61), true);
        execute("UPDATE tenant SET settings = CAST(CAST(settings AS jsonb) || CAST(? AS jsonb) AS text) WHERE id = ?",
                "{\"voice\":{\"enabled\":true,\"max_seconds\":60,\"keep_hours\":1,\"glossary\":true}}", shop);

        await(purge().runIfDue());

        assertThat(column("SELECT id FROM recording WHERE tenant_id = ?", shop)).containsExactly(young);
    }

    @Test
    void recordingsOfIdleConversations_goWithThemAndAreCounted() {
        addRecording(shop, addConversation(shop, NOW.minus(Duration.ofDays(31))), Duration.ofMinutes(1), true);

        await(purge().runIfDue());

        assertThat(column("SELECT id FROM recording WHERE tenant_id = ?", shop)).isEmpty();
        assertThat(column("SELECT recordings FROM purge_run WHERE tenant_id = ?", shop)).containsExactly(1L);
    }

    private UUID addRecording(UUID tenant, UUID conversation, Duration age, boolean sent) {
        UUID id = UUID.randomUUID();
        java.sql.Timestamp at = java.sql.Timestamp.from(NOW.minus(age));
        execute("INSERT INTO recording (tenant_id, id, conversation_id, sent_as, format, millis, size, sealed_key, created_at, keep_until)"
                + " VALUES (?, ?, ?, CAST(? AS uuid), 'WAV', 1000, 3, 'x', ?, ?)", tenant, id, conversation,
                sent ? UUID.randomUUID() : null, at,
                java.sql.Timestamp.from(NOW.minus(age).plus(Duration.ofHours(24))));
        execute("INSERT INTO recording_piece (tenant_id, recording_id, n, content) VALUES (?, ?, 0, '\\x01')", tenant,
                id);
        return id;
    }

    @Test
    void shopWithItsOwnLimit_losesNoMoreAndNoLessThanThat() {
        UUID young = addConversation(strictShop, NOW.minus(Duration.ofMinutes(119)));
        addConversation(strictShop, NOW.minus(Duration.ofMinutes(121)));
        UUID others = addConversation(shop, NOW.minus(Duration.ofMinutes(121)));

        await(purge().runIfDue());

        assertThat(column("SELECT id FROM conversation WHERE tenant_id = ?", strictShop)).containsExactly(young);
        assertThat(column("SELECT id FROM conversation WHERE tenant_id = ?", shop)).containsExactly(others);
    }

    @Test
    void nothingIdle_leavesNoRun() {
        addConversation(shop, NOW);

        await(purge().runIfDue());

        assertThat(column("SELECT id FROM purge_run WHERE tenant_id = ?", shop)).isEmpty();
    }

    @Test
    void threeReplicasAtOnce_runItOnce() {
        for (int i = 0; i < 30; i++) {
            addConversation(shop, NOW.minus(Duration.ofDays(31)));
        }

        List<Boolean> ran = await(
                Uni.join().all(purge().runIfDue(), purge().runIfDue(), purge().runIfDue()).andFailFast());

        assertThat(ran).containsExactlyInAnyOrder(true, false, false);
        assertThat(column("SELECT conversations FROM purge_run WHERE tenant_id = ?", shop)).containsExactly(30L);
    }

    @Test
    void secondRun_waitsUntilItIsDue() {
        await(purge().runIfDue());

        assertThat(await(purge().runIfDue())).isFalse();
        execute("UPDATE purge_lease SET due_at = now()");
        assertThat(await(purge().runIfDue())).isTrue();
    }

    @Test
    void replicaKilledInTheMiddle_isFollowedByAnotherThatFinishes() {
        addConversation(shop, NOW.minus(Duration.ofDays(31)));
        UUID killed = ids.next();
        await(repository.take(killed));
        PurgeRun begun = PurgeRun.begin(ids.next(), new TenantId(shop), NOW, RetentionPolicy.of(30, null));
        await(repository.write(begun, null));

        boolean tooEarly = await(purge().runIfDue());
        execute("UPDATE purge_lease SET held_until = now()");
        boolean afterwards = await(purge().runIfDue());

        assertThat(List.of(tooEarly, afterwards)).containsExactly(false, true);
        assertThat(column("SELECT outcome FROM purge_run WHERE tenant_id = ? ORDER BY id", shop))
                .containsExactly("interrupted", "done");
        assertThat(column("SELECT id FROM conversation WHERE tenant_id = ?", shop)).isEmpty();
    }

    @Test
    void replicaThatLostItsLease_stops() {
        addConversation(shop, NOW.minus(Duration.ofDays(31)));
        execute("CREATE OR REPLACE FUNCTION steal() RETURNS trigger AS $$ BEGIN UPDATE purge_lease SET owner = NULL; RETURN NULL; END $$ LANGUAGE plpgsql");
        execute("CREATE TRIGGER steal AFTER DELETE ON conversation FOR EACH ROW EXECUTE FUNCTION steal()");

        try {
            assertThatThrownBy(() -> await(purge().runIfDue())).hasMessageContaining("another replica took it over");
        } finally {
            execute("DROP TRIGGER steal ON conversation");
        }

        assertThat(column("SELECT outcome FROM purge_run WHERE tenant_id = ?", shop)).containsExactly("running");
    }

    /** In either order. */
    @Test
    void shopThatCannotBePurged_keepsNothingOfTheOthers() {
        for (UUID failing : List.of(shop, strictShop)) {
            UUID other = failing.equals(shop) ? strictShop : shop;
            UUID stuck = addConversation(failing, NOW.minus(Duration.ofDays(31)));
            addConversation(other, NOW.minus(Duration.ofDays(31)));
            execute("UPDATE purge_lease SET due_at = now()");
            double before = failed();

            refuseDeletes("conversation", failing, () -> await(purge().runIfDue()));

            assertThat(column("SELECT id FROM conversation WHERE tenant_id = ?", other)).isEmpty();
            assertThat(column("SELECT id FROM conversation WHERE tenant_id = ?", failing)).containsExactly(stuck);
            assertThat(failed()).isEqualTo(before + 1);
            assertThat(column("SELECT due_at < now() + INTERVAL '6 minutes' FROM purge_lease")).containsExactly(true);
            execute("DELETE FROM conversation WHERE id = ?", stuck);
        }
    }

    @Test
    void recordingsThatCannotGo_keepNoConversations() {
        addConversation(shop, NOW.minus(Duration.ofDays(31)));
        UUID stuck = addRecording(shop, addConversation(shop, NOW), Duration.ofHours(25), true);

        refuseDeletes("recording", shop, () -> await(purge().runIfDue()));

        assertThat(column("SELECT id FROM recording WHERE tenant_id = ?", shop)).containsExactly(stuck);
        assertThat(column("SELECT count(*) FROM conversation WHERE tenant_id = ?", shop)).containsExactly(1L);
    }

    @Test
    void shopWhoseSettingsCannotBeRead_isPurgedAllTheSame() {
        addConversation(strictShop, NOW.minus(Duration.ofHours(3)));
        execute("UPDATE tenant SET settings = '{\"starters\":7}', limits = '[]' WHERE id = ?", strictShop);

        await(purge().runIfDue());

        assertThat(column("SELECT id FROM conversation WHERE tenant_id = ?", strictShop)).isEmpty();
    }

    private double failed() {
        return meters.counter("parley.job.failed", "job", "purge").count();
    }

    private void refuseDeletes(String table, UUID tenant, Runnable meanwhile) {
        execute("""
                CREATE OR REPLACE FUNCTION refuse() RETURNS trigger AS $$ BEGIN
                    IF OLD.tenant_id = '%s' THEN RAISE 'refused for a test'; END IF; RETURN OLD; END $$ LANGUAGE plpgsql"""
                .formatted(tenant));
        execute("CREATE TRIGGER refuse BEFORE DELETE ON " + table + " FOR EACH ROW EXECUTE FUNCTION refuse()");
        try {
            meanwhile.run();
        } finally {
            execute("DROP TRIGGER refuse ON " + table);
        }
    }

    @Test
    void conversationInUse_isLeftForLater() throws SQLException {
        UUID inUse = addConversation(shop, NOW.minus(Duration.ofDays(31)));
        try (Connection somebody = database.getConnection()) {
            somebody.setAutoCommit(false);
            try (PreparedStatement lock = somebody
                    .prepareStatement("SELECT FROM conversation WHERE id = ? FOR UPDATE")) {
                lock.setObject(1, inUse);
                lock.execute();

                await(purge().runIfDue());
            }
            somebody.rollback();
        }

        assertThat(column("SELECT id FROM conversation WHERE tenant_id = ?", shop)).containsExactly(inUse);
    }

    @Test
    void callsOfPurgedConversations_leaveOnlySums() {
        UUID kept = addConversation(shop, NOW);
        for (int i = 0; i < 7; i++) {
            addCall(addConversation(shop, NOW.minus(Duration.ofDays(31))), NOW.minus(Duration.ofDays(31)));
        }
        addCall(kept, NOW.minus(Duration.ofDays(31)));
        addCall(kept, NOW);

        await(purge().runIfDue());

        assertThat(column("SELECT conversation_id FROM spend_call WHERE tenant_id = ?", shop))
                .containsExactly(kept, kept);
        assertThat(
                column("SELECT calls || ' ' || input_tokens || ' ' || cost FROM spend_day WHERE tenant_id = ?", shop))
                .containsExactly("7 700 35");
    }

    private void addCall(UUID conversation, Instant at) {
        execute("""
                INSERT INTO spend_call (id, tenant_id, conversation_id, attempt, kind, lane, input_tokens, output_tokens, estimated,
                    input_price, cached_price, output_price, currency, cost, counted, outcome, day, at)
                VALUES (gen_random_uuid(), ?, ?, 1, 'chat', 'm', 100, 10, false, 1, 1, 1, 'USD', 5, 5, 'stop', '2020-02-28', ?)""",
                shop, conversation, java.sql.Timestamp.from(at));
    }

    @Test
    void visitorWhoWasHereLately_staysWithoutConversations() {
        UUID conversation = addConversation(shop, NOW.minus(Duration.ofDays(31)));
        execute("UPDATE visitor SET last_seen_at = ? WHERE id = (SELECT visitor_id FROM conversation WHERE id = ?)",
                java.sql.Timestamp.from(NOW), conversation);

        await(purge().runIfDue());

        assertThat(column("SELECT count(*) FROM visitor WHERE tenant_id = ?", shop)).containsExactly(1L);
    }

    private Purge purge() {
        RetentionConfig threeAtATime = new RetentionConfig() {
            @Override
            public int days() {
                return 30;
            }

            @Override
            public Duration every() {
                return Duration.ofHours(1);
            }

            @Override
            public int batch() {
                return 3;
            }

            @Override
            public Duration pause() {
                return Duration.ofMillis(1);
            }
        };
        return new Purge(threeAtATime, repository, tenants, conversations, visitors, recordings,
                new CallPurge(spend, lookup, threeAtATime), oneByOne, ids,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private void addTenant(UUID id, @Nullable Integer hours) {
        execute("""
                INSERT INTO tenant (id, slug, name, settings, retention_hours, visitor_key, created_at)
                VALUES (?, ?, 'Test', '{"starters":[],"allowed_origins":[]}', CAST(? AS integer), sha256('x'), now())""",
                id,
                "test-" + id, hours);
    }

    private UUID addConversation(UUID tenant, Instant lastActivity) {
        UUID id = UUID.randomUUID();
        java.sql.Timestamp at = java.sql.Timestamp.from(lastActivity);
        execute("""
                WITH visitor AS (
                    INSERT INTO visitor (id, tenant_id, created_at, last_seen_at) VALUES (gen_random_uuid(), ?, ?, ?) RETURNING id
                ), conversation AS (
                    INSERT INTO conversation (id, tenant_id, visitor_id, state, created_at, last_activity_at)
                    SELECT ?, ?, id, 'with_bot', ?, ? FROM visitor RETURNING id, tenant_id
                ), messages AS (
                    INSERT INTO message (conversation_id, seq, tenant_id, author, text, at)
                    SELECT id, seq, tenant_id, 'visitor', 'secret', now() FROM conversation, generate_series(1, 2) seq
                )
                INSERT INTO answer (id, tenant_id, conversation_id, epoch, first_question_seq, question_seq, finish, started_at)
                SELECT gen_random_uuid(), tenant_id, id, 1, 1, 1, 'stop', now() FROM conversation""", tenant, at, at,
                id,
                tenant, at, at);
        return id;
    }

    private void execute(String sql, @Nullable Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Object> column(String sql, @Nullable Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            List<Object> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getObject(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(SOON);
    }
}
