package dev.parley.faq.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import dev.parley.embedding.Vector;
import dev.parley.faq.FaqEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two products with two entries each, and one entry about the shop. */
class ProductNamesTest {
    private static final List<FaqEntry> ENTRIES = List.of(
            entry("SHOE-1", "Is the Trailwind waterproof?", "Do the Trailwind shoes keep the rain out?"),
            entry("SHOE-1", "How do I wash the Trailwind?", "Can I machine-wash my shoes?"),
            entry("COAT-1", "Is the Nimbus waterproof?", "Does the Nimbus jacket keep the rain out?"),
            entry("COAT-1", "How do I wash the Nimbus?", "Can I machine-wash my jacket?"),
            entry(null, "How do I return shoes?", "Can I send a jacket back?"));
    private final StoreIndex index = index();

    @ParameterizedTest
    @CsvSource({"are the shoes warm?, shoe-1", "is the NIMBUS warm?, coat-1", "can I wash it?, ",
            "is it waterproof?, "})
    void wordThatMostEntriesOfOneProductHave_namesIt(String question, String product) {
        assertThat(index.names().in(question)).isEqualTo(product == null ? Set.of() : Set.of(product));
    }

    @ParameterizedTest
    @CsvSource({"is the nimbus waterproof?, the shoes, is the Trailwind shoes waterproof?",
            "is the trailwind waterproof?, the jacket, is the Nimbus jacket waterproof?",
            "how do I wash the jacket, Trailwind, how do I wash the Trailwind shoes",
            "how do I wash the jacket, the light shoes, how do I wash the Trailwind shoes"})
    void nameOfAnotherProduct_takesTheOldOnesPlace(String before, String subject, String expected) {
        assertThat(index.names().isNameOf(subject).flatMap(product -> index.names().swapped(before, product, subject)))
                .contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"is the nimbus waterproof?, the jacket", "is the nimbus waterproof?, shoe size",
            "how much is shipping?, the shoes", "is the nimbus waterproof?, Norway"})
    void sameProductOrMoreThanAName_isNoSwap(String before, String subject) {
        assertThat(index.names().isNameOf(subject).flatMap(product -> index.names().swapped(before, product, subject)))
                .isEmpty();
    }

    @Test
    void namedProduct_leavesNoneOfAnother() {
        assertThat(find("are the shoes waterproof and warm", Viewing.NOTHING)).contains("Is the Trailwind waterproof?")
                .doesNotContain("Is the Nimbus waterproof?");
    }

    @Test
    void bothNamed_leaveBoth() {
        assertThat(find("is the jacket more waterproof than the shoes", Viewing.NOTHING))
                .contains("Is the Trailwind waterproof?", "Is the Nimbus waterproof?");
    }

    @Test
    void pageOfAProduct_isWhatIsMeant() {
        List<FaqMatch> found = index.find(new Question("is the thing waterproof?", Vector.NONE, null,
                new Viewing("https://shop.example/p/coat-1", null)), entry -> true, 5);

        assertThat(found.getFirst().entry().question()).isEqualTo("Is the Nimbus waterproof?");
        assertThat(found).filteredOn(match -> match.entry().products().contains("SHOE-1"))
                .noneMatch(match -> match.verdict() == Verdict.ANSWER);
    }

    private List<String> find(String text, Viewing viewing) {
        return index.find(new Question(text, Vector.NONE, null, viewing), entry -> true, 5).stream()
                .map(match -> match.entry().question()).toList();
    }

    private static StoreIndex index() {
        StoreIndex index = new StoreIndex(ScoreFloor.Bounds.HERE);
        index.apply(ENTRIES.stream().map(entry -> new StoreIndex.StoredEntry(entry, 1, null)).toList(),
                new HashSet<>(ENTRIES.stream().map(FaqEntry::id).toList()), 1);
        index.calibrate();
        return index;
    }

    private static FaqEntry entry(@Nullable String sku, String question, String variant) {
        return new FaqEntry(UUID.nameUUIDFromBytes(question.getBytes(StandardCharsets.UTF_8)), question,
                List.of(variant), "Yes.", "en", sku == null ? List.of() : List.of(sku), List.of(), null,
                FaqEntry.Status.PUBLISHED, null, null, Instant.EPOCH, Instant.EPOCH);
    }
}
