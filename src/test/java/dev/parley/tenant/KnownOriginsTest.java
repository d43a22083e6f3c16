package dev.parley.tenant;

import static dev.parley.testsupport.Shops.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import jakarta.inject.Inject;

import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class KnownOriginsTest {
    @Inject
    Tenants tenants;
    @Inject
    Shops shops;
    private final UUID broken = UUID.randomUUID();

    @AfterEach
    void mendTheBrokenShop() {
        shops.sql("DELETE FROM tenant WHERE id = ?", broken);
    }

    @Test
    void shopWhoseSettingsCannotBeRead_turnsNobodyElseAway() {
        shops.open();
        shops.sql(
                "INSERT INTO tenant (id, slug, name, settings, visitor_key, created_at) VALUES (?, ?, 'Broken', '{oops', sha256('x'), now())",
                broken, "broken-" + broken);

        assertThat(await(tenants.anyPermits(Shops.ORIGIN))).isTrue();
        assertThat(await(tenants.anyPermits("https://stranger.example"))).isFalse();
        assertThat(await(tenants.all())).isNotEmpty().noneMatch(tenant -> tenant.id().value().equals(broken));
    }

    @Test
    void originOfANewShop_isKnownSoon() {
        String origin = "https://" + UUID.randomUUID() + ".example";
        assertThat(await(tenants.anyPermits(origin))).isFalse();
        var shop = shops.open();
        shops.sql("UPDATE tenant SET settings = replace(settings, ?, ?) WHERE id = ?", Shops.ORIGIN, origin,
                shop.id().value());

        Awaitility.await().untilAsserted(() -> assertThat(await(tenants.anyPermits(origin))).isTrue());
    }

    @Test
    void loopbackWithAnyPort_isPermittedWhereAShopListsIt() {
        var shop = shops.open();
        shops.sql("UPDATE tenant SET settings = replace(settings, ?, ?) WHERE id = ?", Shops.ORIGIN,
                "http://localhost:*", shop.id().value());

        Awaitility.await()
                .untilAsserted(() -> assertThat(await(tenants.anyPermits("http://localhost:3000"))).isTrue());
        assertThat(await(tenants.anyPermits("http://localhost:3000.attacker.example"))).isFalse();
    }
}
