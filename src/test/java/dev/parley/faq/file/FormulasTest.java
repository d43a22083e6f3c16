package dev.parley.faq.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulasTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+41 44 123", "-2", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "'=1", "''-2",
            "- one\n- two"})
    void whatASpreadsheetWouldRun_leavesAsTextAndComesBackAsItWas(String cell) {
        assertThat(Formulas.disarm(cell)).isEqualTo("'" + cell);
        assertThat(Formulas.restore(Formulas.disarm(cell))).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "How long?", "'quoted'", "'tis", "a=b", "1-2"})
    void anythingElse_staysAsItIs(String cell) {
        assertThat(Formulas.disarm(cell)).isEqualTo(cell);
        assertThat(Formulas.restore(cell)).isEqualTo(cell);
    }

    @Test
    void longText_isLookedAtOnce() {
        String quotes = "'".repeat(200_000) + "x";

        assertThat(Formulas.disarm(quotes)).isEqualTo(quotes);
    }
}
