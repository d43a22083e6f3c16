package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionException;

import io.vertx.pgclient.PgException;
import org.junit.jupiter.api.Test;

class ConstraintsTest {
    private static PgException violation(String constraint) {
        return new PgException("doppelter Schlüsselwert", "ERROR", "23505", null, null, null, null, null, null, null,
                null, null, "public", "tool", null, null, constraint);
    }

    @Test
    void violation_isKnownByItsConstraint() {
        CompletionException wrapped = new CompletionException(new IllegalStateException(violation("tool_name_key")));

        assertThat(Constraints.violated(violation("tool_name_key"), "tool_name_key")).isTrue();
        assertThat(Constraints.violated(wrapped, "tool_name_key")).isTrue();
    }

    @Test
    void anotherFailure_isNone() {
        assertThat(Constraints.violated(violation("tool_name_key_2"), "tool_name_key")).isFalse();
        assertThat(Constraints.violated(new IllegalStateException("tool_name_key"), "tool_name_key")).isFalse();
    }
}
