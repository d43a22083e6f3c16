package dev.parley.faq.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LexicalIndexTest {
    private static final String STEM = "deliveri";

    private final LexicalIndex index = new LexicalIndex();

    @BeforeEach
    void addDelivery() {
        index.put(1, "en", Entries.entry("It takes two days.", List.of("How long is delivery?")));
        index.refresh();
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void wordOfAnEntry_isKnown() {
        assertThat(index.hasWritten("delivery")).isTrue();
        assertThat(index.hasWritten("refund")).isFalse();
    }

    @Test
    void wordOfALaterEntry_isKnownOnceRefreshed() {
        assertThat(index.hasWritten("refund")).isFalse();

        index.put(2, "en", Entries.entry("Within a week.", List.of("When do I get my refund?")));
        index.refresh();

        assertThat(index.hasWritten("refund")).isTrue();
    }

    @Test
    void wordInMoreEntries_isLessRare() {
        Map<String, Double> before = index.rarity(Set.of(STEM), "en");

        index.put(2, "en", Entries.entry("Yes.", List.of("Is delivery free?")));
        index.put(3, "en", Entries.entry("Yes.", List.of("Do you deliver delivery boxes?")));
        index.refresh();

        assertThat(index.rarity(Set.of(STEM), "en")).hasEntrySatisfying(STEM,
                rarity -> assertThat(rarity).isLessThan(before.getOrDefault(STEM, 0.0)));
    }
}
