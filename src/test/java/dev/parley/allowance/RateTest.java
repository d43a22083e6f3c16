package dev.parley.allowance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {
    @Test
    void rate_isReadAsItIsWritten() {
        assertThat(Rate.of("30/60")).isEqualTo(new Rate(30, 60));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "30/", "/60", "0/60", "30/0", "-1/60", "30/60/90", "30 / 60", "99999999/1"})
    void anythingElse_isRefusedWithAnExample(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Rate.of(text)).withMessageContaining("30/60");
    }
}
