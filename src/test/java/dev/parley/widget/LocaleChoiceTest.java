package dev.parley.widget;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocaleChoiceTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "de | fr | it | de",
            "   | fr | it | fr",
            "   |    | it | it",
            "<b>| ?? | it | it",
            "<b>| fr | it | fr",
            "   |    |    |   ",
            "<b>| ?? | ** |   "})
    void firstThatIsATag_counts(@Nullable String page, @Nullable String claim, @Nullable String browser,
            @Nullable String chosen) {
        assertThat(new LocaleChoice(page, browser).choose(claim)).isEqualTo(chosen);
    }
}
