package dev.parley.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import jakarta.inject.Inject;

import dev.parley.faq.FaqSeed;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The running service's demo shop, removed for the time of a test. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class DemoShopTest {
    @Inject
    DemoShop demo;
    @Inject
    FaqSeed faq;
    @Inject
    Shops shops;

    private static <T> @Nullable T wait(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(20));
    }

    @Test
    void aDemoShopThatIsGone_doesNotComeBack() {
        shops.sql("UPDATE tenant SET slug = 'demo-put-aside' WHERE slug = 'demo'");
        try {
            assertThat(wait(demo.openIfWanted(true))).isNull();
            assertThat(shops.column("SELECT slug FROM tenant WHERE slug = 'demo'")).isEmpty();
        } finally {
            shops.sql("UPDATE tenant SET slug = 'demo' WHERE slug = 'demo-put-aside'");
        }
        assertThat(wait(demo.openIfWanted(true))).isNotNull();
    }

    @Test
    void aDemoShopThatIsDeleted_isNotOpenedWhileItCanBeRestored() {
        shops.sql("UPDATE tenant SET deleted_at = now() WHERE slug = 'demo'");
        try {
            assertThat(wait(demo.openIfWanted(true))).isNull();
        } finally {
            shops.sql("UPDATE tenant SET deleted_at = NULL WHERE slug = 'demo'");
        }
    }

    @Test
    void anFaqThatWasEmptied_staysEmpty() {
        Shops.Shop emptied = shops.open();

        wait(faq.seed(emptied.id()));

        assertThat(shops.column("SELECT id FROM faq_entry WHERE tenant_id = ?", emptied.id().value())).isEmpty();
    }
}
