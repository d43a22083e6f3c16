package dev.parley.faq.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

import dev.parley.embedding.Vector;
import dev.parley.faq.FaqEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The product on the visitor's page decides between entries that match equally. */
class ViewingTest {
    private static final FaqEntry SHOE = entry("Is the shoe waterproof?", "TRAILWIND-2", "https://shop.example/shoes/");
    private static final FaqEntry COAT = entry("Is the coat waterproof?", "NIMBUS-1", "https://shop.example/coats");

    @ParameterizedTest
    @CsvSource({"https://www.shop.example/p/trailwind-2?size=43, , Is the shoe waterproof?",
            "https://shop.example/coats#top, , Is the coat waterproof?", ", nimbus-1, Is the coat waterproof?",
            "https://shop.example/shoes, , Is the shoe waterproof?"})
    void betweenTwoAlike_theOneOnThePageIsFirst(String page, String product, String expected) {
        List<FaqMatch> found = find("is it waterproof", new Viewing(page, product));

        assertThat(found.getFirst().entry().question()).isEqualTo(expected);
    }

    @Test
    void clearlyBetterEntry_staysFirst() {
        List<FaqMatch> found = find("Is the shoe waterproof?", new Viewing(null, "NIMBUS-1"));

        assertThat(found.getFirst().entry().question()).isEqualTo("Is the shoe waterproof?");
    }

    @ParameterizedTest
    @CsvSource({"not an address", "https://shop.example/", "https://shop.example/coats-and-more"})
    void otherPage_liftsNothing(String page) {
        assertThat(find("is it waterproof", new Viewing(page, null))).extracting(FaqMatch::score)
                .isEqualTo(find("is it waterproof", Viewing.NOTHING).stream().map(FaqMatch::score).toList());
    }

    private static List<FaqMatch> find(String text, Viewing viewing) {
        StoreIndex index = new StoreIndex(ScoreFloor.Bounds.HERE);
        index.apply(List.of(new StoreIndex.StoredEntry(SHOE, 1, null), new StoreIndex.StoredEntry(COAT, 1, null)),
                new HashSet<>(List.of(SHOE.id(), COAT.id())), 1);
        return index.find(new Question(text, Vector.NONE, null, viewing), entry -> true, 2);
    }

    private static FaqEntry entry(String question, String sku, String url) {
        return new FaqEntry(UUID.nameUUIDFromBytes(sku.getBytes(java.nio.charset.StandardCharsets.UTF_8)), question,
                List.of(), "Yes.", "en", List.of(sku), List.of(), url, FaqEntry.Status.PUBLISHED, null, null,
                Instant.EPOCH, Instant.EPOCH);
    }
}
