package dev.parley.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.CompletionException;

import io.vertx.pgclient.PgException;
import org.junit.jupiter.api.Test;

class ConstraintsTest {
    @Test
    void violationThatHibernateTells_isKnownInEveryLanguage() {
        SQLException told = new SQLException(
                "FEHLER: doppelter Schlüsselwert verletzt Unique-Constraint »tool_name_key« (23505)",
                "23505");

        assertThat(Constraints.violated(new IllegalStateException(told), "tool_name_key")).isTrue();
        assertThat(Constraints.violated(told, "tool_name")).isFalse();
        assertThat(Constraints.violated(new SQLException("no column tool_name_key", "42703"), "tool_name_key"))
                .isFalse();
    }

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
