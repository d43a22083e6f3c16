package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.sql.SQLException;

import dev.parley.platform.StartRefusedException;
import io.quarkus.runtime.QuarkusBindException;
import org.junit.jupiter.api.Test;

class StartFailureTest {
    @Test
    void settingThatCannotBeRead_isNamedThoughItFailedDeepDown() {
        assertThat(
                StartFailure.explain(new RuntimeException(new StartRefusedException("PARLEY_PRICE is not a price."))))
                .contains("PARLEY_PRICE is not a price.");
    }

    @Test
    void databaseThatRefusesUs_namesTheSettingsInOneLine() {
        SQLException refused = new SQLException("Connection to db:5432\n refused.", "08001");

        assertThat(StartFailure.explain(new RuntimeException(refused)).orElseThrow())
                .startsWith("The database cannot be reached (Connection to db:5432 refused.).")
                .contains("QUARKUS_DATASOURCE_REACTIVE_URL").doesNotContain("\n");
    }

    @Test
    void portTakenMeanwhile_isNamed() {
        assertThat(StartFailure.explain(new QuarkusBindException("0.0.0.0", 8080, new BindException())).orElseThrow())
                .contains("8080", "QUARKUS_HTTP_PORT");
    }

    @Test
    void faultOfOurOwn_isLeftToItsStackTrace() {
        assertThat(StartFailure.explain(new IllegalStateException("?"))).isEmpty();
        assertThat(StartFailure.explain(new SQLException("syntax error", "42601"))).isEmpty();
    }

    @Test
    void takenPort_isFoundBeforeTheStart() throws IOException {
        try (ServerSocket other = new ServerSocket(0)) {
            int port = other.getLocalPort();
            assertThatExceptionOfType(StartRefusedException.class).isThrownBy(() -> StartFailure.requireFree(port))
                    .withMessageContaining(String.valueOf(port));
        }
    }
}
