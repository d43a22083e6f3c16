package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseStartTest {
    @ParameterizedTest
    @CsvSource({"postgresql://db:5432/parley, jdbc:postgresql://db:5432/parley",
            "postgres://db/parley?sslmode=require, jdbc:postgresql://db/parley?sslmode=require",
            "vertx-reactive:postgresql://db/parley, jdbc:postgresql://db/parley"})
    void reactiveAddress_namesTheSameServerForJdbc(String reactive, String jdbc) {
        assertThat(DatabaseStart.jdbcUrl(reactive)).isEqualTo(jdbc);
    }
}
