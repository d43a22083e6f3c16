package dev.parley.faq.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownWordsTest {
    private static final LexicalIndex SHOP = shop();

    @ParameterizedTest
    @CsvSource({"how do I return a library book, how do I return a  ", "do you ship bicycles?, do you ship ?",
            "can I return my ordered SHOES 12345, can I return my ordered SHOES 12345",
            "what about Oslo by courier, what about Oslo by "})
    void wordsThatNoEntryHas_areLeftOut(String question, String rest) {
        assertThat(UnknownWords.without(question, "en", SHOP).strip()).isEqualTo(rest.strip());
    }

    @Test
    void questionOfNoKnownWord_staysWhole() {
        assertThat(UnknownWords.without("vegan pizza", "en", SHOP)).isEqualTo("vegan pizza");
    }

    private static LexicalIndex shop() {
        LexicalIndex shop = new LexicalIndex();
        shop.put(1, "en", Entries.entry("We ship to Oslo.",
                List.of("Can I return shoes that I ordered?", "Do you ship abroad?")));
        shop.refresh();
        return shop;
    }
}
