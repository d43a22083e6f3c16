package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.UUID;

import dev.parley.platform.ParleyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisitorMessageTest {
    private static final UUID ID = new UUID(1, 2);

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t ", "\u3000", "\u0000", " \u0000\u0000 "})
    void textWithoutACharacterToSee_isRefused(String text) {
        assertRefused(text, "text_empty");
    }

    @Test
    void tenThousandCharacters_areTaken() {
        assertThat(message("x".repeat(10_000), null).text()).hasSize(10_000);
    }

    @Test
    void oneCharacterMore_isRefused() {
        assertRefused("x".repeat(10_001), "text_too_long");
    }

    @Test
    void charactersOutsideTheBasicPlane_countOnceEach() {
        assertThat(message("😀".repeat(10_000), null).text()).hasSize(20_000);
        assertRefused("😀".repeat(10_001), "text_too_long");
    }

    @Test
    void characterThatCannotBeStored_isLeftOut() {
        VisitorMessage message = message("a\u0000b", "https://shop.example/\u0000cart");

        assertThat(message.text()).isEqualTo("ab");
        assertThat(message.page()).isEqualTo("https://shop.example/cart");
    }

    @Test
    void blanksAndLineEndsWithin_areKept() {
        assertThat(message("  two\n\n lines ", null).text()).isEqualTo("  two\n\n lines ");
    }

    @Test
    void longPage_isCutRatherThanRefused() {
        assertThat(message("hello", "https://" + "p".repeat(2_001)).page()).hasSize(2_000);
    }

    @Test
    void pageThatIsNoWebAddress_isNotKept() {
        assertThat(message("hello", "javascript:alert(1)").page()).isNull();
    }

    private static void assertRefused(String text, String code) {
        assertThatExceptionOfType(ParleyException.class).isThrownBy(() -> message(text, null))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static VisitorMessage message(String text, @Nullable String page) {
        return new VisitorMessage(ID, text, page);
    }
}
