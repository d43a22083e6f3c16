package dev.parley.tenant;

import static dev.parley.testsupport.Shops.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.parley.platform.SecretBox;
import dev.parley.platform.database.Statements;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import dev.parley.visitor.VisitorTokens;
import dev.parley.visitor.VisitorTokens.Read;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an attacker with only a copy of the database can find, and what happens to visitors' tokens. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class VisitorKeysTest {
    private static final UUID SHOP = new UUID(0, 7);

    @Inject
    VisitorKeys keys;
    @Inject
    VisitorTokens tokens;
    @Inject
    Statements statements;
    @Inject
    Shops shops;

    private static Optional<String> secret(int seed) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) seed;
        return Optional.of(Base64.getEncoder().encodeToString(bytes));
    }

    private VisitorKeys service(Optional<String> key, List<String> former) {
        return new VisitorKeys(statements, Vaults.of(key, former));
    }

    private List<String> clear() {
        return shops.column("SELECT slug FROM tenant WHERE visitor_key IS NOT NULL");
    }

    @Test
    void keysOfBefore_areSealedAndTokensStayGood() {
        Shop shop = shops.open();
        String token = shops.visitor(shop).token();
        String hex = shops.column("SELECT encode(visitor_key, 'hex') FROM tenant WHERE id = ?", shop.id().value())
                .getFirst();

        await(keys.sealAll());

        assertThat(clear()).isEmpty();
        Read read = await(tokens.read(token));
        assertThat(read).isNotNull();
        assertThat(shops.visitor(shop).token()).isNotEmpty();
        assertThat(shops.column("SELECT CAST(tenant AS text) FROM tenant WHERE id = ?", shop.id().value()))
                .noneMatch(row -> row.contains(hex));
        assertThat(await(keys.sealAll())).isZero();
    }

    @Test
    void keyOfANewShop_isSealedAndBoundToIt() {
        VisitorKeys.StoredKey made = keys.make(SHOP);

        assertThat(made.clear()).isNull();
        String name = keys.open(SHOP, made).pseudonym(SHOP);
        assertThat(keys.open(SHOP, made).pseudonym(SHOP)).isEqualTo(name);
        assertThat(keys.open(new UUID(0, 8), made).pseudonym(SHOP)).isNotEqualTo(name);
    }

    @Test
    void serviceWithoutAKey_goesOnInClear() {
        VisitorKeys keyless = service(Optional.empty(), List.of());
        VisitorKeys.StoredKey made = keyless.make(SHOP);

        assertThat(made.sealed()).isNull();
        assertThat(made.clear()).hasSize(32);
        assertThat(await(keyless.sealAll())).isZero();
    }

    @Test
    void anotherServicesKey_makesVisitorsBeginAnewAndBreaksNothing() {
        VisitorKeys.StoredKey made = service(secret(1), List.of()).make(SHOP);
        VisitorKeys other = service(secret(2), List.of());

        String temporaryKeys = name(other, made);

        assertThat(temporaryKeys).isNotEqualTo(name(service(secret(1), List.of()), made))
                .isEqualTo(name(other, made));
        assertThat(name(service(secret(2), List.of()), made)).isNotEqualTo(temporaryKeys);
        assertThat(name(other, new VisitorKeys.StoredKey(null, null))).isEqualTo(temporaryKeys);
    }

    @Test
    void newServiceKey_takesOverWhatTheFormerSealed() {
        VisitorKeys.StoredKey made = service(secret(1), List.of()).make(SHOP);
        VisitorKeys renewed = service(secret(2), List.of(secret(1).orElseThrow()));
        UUID shop = shops.open().id().value();
        shops.sql("UPDATE tenant SET visitor_key = NULL, sealed_visitor_key = ? WHERE id = ?",
                service(secret(1), List.of()).make(shop).sealed(), shop);

        assertThat(name(renewed, made)).isEqualTo(name(service(secret(1), List.of()), made));
        assertThat(await(renewed.sealAll())).isPositive();
        String sealed = shops.column("SELECT sealed_visitor_key FROM tenant WHERE id = ?", shop).getFirst();
        assertThat(Vaults.of(secret(2), List.of()).open(sealed, "visitor-key:" + shop)).isPresent();
    }

    private static @Nullable String name(VisitorKeys keys, VisitorKeys.StoredKey stored) {
        return keys.open(SHOP, stored).pseudonym(SHOP);
    }

    /** Vaults with test keys. */
    private static final class Vaults {
        static SecretBox of(Optional<String> key, List<String> former) {
            return new SecretBox(key, Optional.empty(), Optional.of(former));
        }
    }
}
