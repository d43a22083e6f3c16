package dev.parley.desk;

import static dev.parley.testsupport.Shops.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import jakarta.inject.Inject;

import dev.parley.desk.MessageSearch.Query;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * By hand: {@code ./mvnw test -Dtest=MessageSearchBench -Dparley.search.messages=1000000}. Measures a search over that
 * many messages, three quarters of them of one shop. Word frequencies follow Zipf's law over 20,000 words.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@EnabledIfSystemProperty(named = "parley.search.messages", matches = "\\d+")
class MessageSearchBench {
    private static final int MESSAGES = Integer.getInteger("parley.search.messages", 1_000_000);
    private static final int SEARCHES = 400;
    private static final double MAX_MILLIS = 200;
    private static final String CONVERSATIONS = """
            INSERT INTO conversation (id, tenant_id, visitor_id, state, last_seq, created_at, last_activity_at)
            SELECT gen_random_uuid(), CAST(? AS uuid), CAST(? AS uuid), 'closed', 20, now(), now() FROM generate_series(1, ?)
            """;
    private static final String MESSAGES_OF_THEM = """
            INSERT INTO message (conversation_id, seq, tenant_id, author, text, at)
            SELECT c.id, n, c.tenant_id, CASE n % 2 WHEN 1 THEN 'visitor' ELSE 'bot' END,
                (SELECT string_agg('word' || CAST(floor(exp(random() * ln(20000))) AS integer), ' ')
                 FROM generate_series(1, 5 + CAST(random() * 30 AS integer)) WHERE n > 0 AND c.id IS NOT NULL),
                now() - random() * interval '30 days'
            FROM conversation c, generate_series(1, 20) n WHERE c.tenant_id = CAST(? AS uuid)
            """;

    @Inject
    MessageSearch search;
    @Inject
    Shops shops;

    @Test
    void pages_comeWithin200Milliseconds() {
        Shop big = open(MESSAGES * 3 / 4);
        open(MESSAGES / 4);
        shops.sql("ANALYZE message");
        Random random = new Random(20261124);
        List<String> kinds = List.of("two words", "rare word", "everywhere", "phrase", "without");

        for (String kind : kinds) {
            run(big, kind, random, 20);
            double[] millis = run(big, kind, random, SEARCHES);
            System.out.printf("%-10s p50 %.1f ms  p95 %.1f ms  most %.1f ms%n", kind, millis[SEARCHES / 2],
                    millis[SEARCHES * 95 / 100], millis[SEARCHES - 1]);
            assertThat(millis[SEARCHES * 95 / 100]).as(kind).isLessThan(MAX_MILLIS);
        }
    }

    private Shop open(int messages) {
        Shop shop = shops.open();
        shops.sql(CONVERSATIONS, shop.id().value(), shops.visitor(shop).visitor().id(), messages / 20);
        shops.sql(MESSAGES_OF_THEM, shop.id().value());
        return shop;
    }

    private double[] run(Shop shop, String kind, Random random, int times) {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            long begun = System.nanoTime();
            await(search.search(shop.id(), new Query(words(kind, random), null, null, null, null, (Instant) null, null,
                    null, 30)));
            millis.add((System.nanoTime() - begun) / 1e6);
        }
        return millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static String words(String kind, Random random) {
        String common = "word" + (1 + random.nextInt(20));
        String usual = "word" + (20 + random.nextInt(500));
        return switch (kind) {
            case "two words" -> common + " " + usual;
            case "rare word" -> "word" + (5_000 + random.nextInt(15_000));
            case "everywhere" -> "word1";
            case "phrase" -> "\"" + common + " " + usual + "\"";
            default -> usual + " -" + common;
        };
    }
}
