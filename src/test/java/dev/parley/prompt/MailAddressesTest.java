package dev.parley.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailAddressesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"I am anna.b+shop@mail.example, hi | I am (e-mail address), hi",
            "<anna@a.b.example> | <(e-mail address)>", "用户@例子.公司 | (e-mail address)",
            "anna@localhost | anna@localhost", "shoes @ 30 euros | shoes @ 30 euros", "no address | no address"})
    void addresses_areTakenOutAndNothingElse(String text, String masked) {
        assertThat(MailAddresses.masked(text)).isEqualTo(masked);
    }

    @Test
    void hostileText_takesNoTime() {
        assertThatNoException().isThrownBy(() -> MailAddresses.masked("a".repeat(5_000) + "@" + "a.".repeat(2_500)));
    }
}
