package dev.parley.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.parley.testsupport.Shops;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What PostgreSQL itself refuses if a statement has no tenant condition. */
@QuarkusTest
class RowLevelSecurityTest {
    private static final String NAMES = "SELECT name FROM label";

    @Inject
    Statements statements;
    @Inject
    Pool pool;
    @Inject
    Transactions transactions;
    @Inject
    Shops shops;

    private Shops.Shop one;
    private Shops.Shop other;

    @BeforeEach
    void twoShopsWithALabelEach() {
        one = shops.open();
        other = shops.open();
        addLabel(one, "of-one");
        addLabel(other, "of-the-other");
    }

    @Test
    void statementWithoutACondition_seesItsOwnTenantsRows() {
        assertThat(names(one)).containsExactly("of-one");
        assertThat(names(other)).containsExactly("of-the-other");
    }

    @Test
    void everyTenantsRows_areSeenOnlyWhereAskedFor() {
        assertThat(await(statements.ofEveryTenant().rows(NAMES, row -> row.getString(0)))).contains("of-one",
                "of-the-other");
    }

    @Test
    void changeWithoutACondition_changesItsOwnTenantsRows() {
        await(statements.of(one.id()).rows("UPDATE label SET name = 'changed' RETURNING name", row -> row));
        await(statements.of(one.id()).rows("DELETE FROM label RETURNING name", row -> row));

        assertThat(names(one)).isEmpty();
        assertThat(names(other)).containsExactly("of-the-other");
    }

    @Test
    void rowOfAnotherTenant_cannotBeWritten() {
        assertThatThrownBy(() -> await(statements.of(one.id())
                .rows("INSERT INTO label (tenant_id, name, color) VALUES ($1, 'smuggled', 'red')", row -> row,
                        other.id().value())))
                .hasMessageContaining("row-level security");
    }

    @Test
    void connectionThatNamesNoTenant_seesNothing() {
        List<String> seen = await(pool.withTransaction(connection -> connection
                .query("SELECT set_config('parley.tenant', '', true)").execute()
                .chain(() -> connection.query(NAMES).execute())
                .map(rows -> rows.stream().map(row -> row.getString(0)).toList())));

        assertThat(seen).isEmpty();
    }

    @Test
    void statementsOfTwoTenantsInTurn_seeTheirOwnRows() {
        for (int i = 0; i < 30; i++) {
            Multi<List<String>> seen = Multi.createFrom().items(one, one, other).onItem()
                    .transformToUniAndMerge(shop -> statements.of(shop.id()).rows(
                            "SELECT current_setting('parley.tenant') || ' ' || name AS seen FROM label",
                            row -> row.getString("seen")));

            assertThat(await(seen.collect().asList())).flatMap(found -> found).containsExactlyInAnyOrder(
                    one.id().value() + " of-one", one.id().value() + " of-one",
                    other.id().value() + " of-the-other");
        }
    }

    @Test
    void statementAfterAFailedTransactionOfAnotherTenant_seesItsOwnRows() {
        for (int i = 0; i < 30; i++) {
            assertThat(names(one)).containsExactly("of-one");
            assertThatThrownBy(() -> await(transactions.fail(other.id()))).hasMessage("rolled back");

            assertThat(names(one)).containsExactly("of-one");
        }
    }

    @Test
    void statementAfterASessionOfAnotherTenant_seesItsOwnRows() {
        for (int i = 0; i < 30; i++) {
            assertThat(names(one)).containsExactly("of-one");
            await(transactions.look(other.id()));

            assertThat(names(one)).containsExactly("of-one");
        }
    }

    @ApplicationScoped
    static class Transactions extends ReactiveRepository {
        Uni<Void> fail(Visible tenant) {
            return inTransaction(tenant,
                    () -> Uni.createFrom().failure(new IllegalStateException("rolled back")));
        }

        Uni<Void> look(Visible tenant) {
            return inSession(tenant, () -> Uni.createFrom().voidItem());
        }
    }

    @Test
    void everyTableWithATenant_hasAPolicy() {
        List<String> open = shops.column("""
                SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
                WHERE n.nspname = current_schema() AND c.relkind = 'r'
                  AND NOT (c.relrowsecurity AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid))""");

        assertThat(open).as("tables without a policy: see V93__row_level_security.sql").isEmpty();
    }

    private void addLabel(Shops.Shop shop, String name) {
        shops.sql("INSERT INTO label (tenant_id, name, color) VALUES (?, ?, 'red')", shop.id().value(), name);
    }

    private List<String> names(Shops.Shop shop) {
        return await(statements.of(shop.id()).rows(NAMES, row -> row.getString(0)));
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(10));
    }
}
