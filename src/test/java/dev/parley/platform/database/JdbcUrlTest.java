package dev.parley.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdbcUrlTest {
    @ParameterizedTest
    @CsvSource({"postgresql://db:5432/parley, jdbc:postgresql://db:5432/parley",
            "postgres://db/parley?sslmode=require, jdbc:postgresql://db/parley?sslmode=require",
            "vertx-reactive:postgresql://db/parley, jdbc:postgresql://db/parley"})
    void reactiveAddress_namesTheSameServerForJdbc(String reactive, String jdbc) {
        assertThat(JdbcUrl.of(reactive)).isEqualTo(jdbc);
    }

    @ParameterizedTest
    @CsvSource({"jdbc:postgresql://db:5432/parley?password=secret, db:5432/parley, false",
            "jdbc:postgresql://ada:secret@127.0.0.1:5433/postgres, 127.0.0.1:5433/postgres, true",
            "jdbc:postgresql://localhost/parley, localhost/parley, true",
            "jdbc:mysql://db/x, the configured address, false"})
    void whatIsShownOfAnAddress_holdsNoPassword(String jdbc, String shown, boolean local) {
        assertThat(JdbcUrl.where(jdbc)).isEqualTo(shown);
        assertThat(JdbcUrl.isLocal(jdbc)).isEqualTo(local);
    }
}
