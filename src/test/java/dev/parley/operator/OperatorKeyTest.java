package dev.parley.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;

import dev.parley.platform.ParleyException;
import dev.parley.platform.StartRefusedException;
import org.junit.jupiter.api.Test;

class OperatorKeyTest {
    private static final String GOOD = "0123456789abcdef0123456789abcdef";

    @Test
    void withoutAKey_everythingIsClosed() {
        OperatorKey none = new OperatorKey(Optional.of(" "), Optional.empty());

        assertThat(none.set()).isFalse();
        assertThatCode(none::requireGood).doesNotThrowAnyException();
        assertThatThrownBy(() -> none.matches("")).isInstanceOfSatisfying(ParleyException.class, closed -> {
            assertThat(closed.kind()).isEqualTo(ParleyException.Kind.NOT_FOUND);
            assertThat(closed.code()).isEqualTo("operator_closed");
        });
    }

    @Test
    void theKeyAlone_matches() {
        OperatorKey key = new OperatorKey(Optional.of(GOOD + "\n"), Optional.empty());

        assertThat(key.matches(GOOD)).isTrue();
        assertThat(key.matches(GOOD + "0")).isFalse();
        assertThat(key.matches(GOOD.substring(1))).isFalse();
        assertThat(key.matches("")).isFalse();
    }

    @Test
    void aShortKey_orTheShopsOwn_isRefusedAtTheStart() {
        assertThatThrownBy(() -> new OperatorKey(Optional.of("short"), Optional.empty()).requireGood())
                .isInstanceOf(StartRefusedException.class);
        assertThatThrownBy(() -> new OperatorKey(Optional.of(GOOD), Optional.of(" " + GOOD)).requireGood())
                .isInstanceOf(StartRefusedException.class).hasMessageContaining("PARLEY_BOOTSTRAP_API_KEY");
    }
}
