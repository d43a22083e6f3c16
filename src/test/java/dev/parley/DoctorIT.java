package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.parley.testsupport.FreePort;
import dev.parley.testsupport.PackagedParley;
import dev.parley.testsupport.PackagedParley.Examined;
import dev.parley.testsupport.ScriptedModel;
import org.junit.jupiter.api.Test;

/** The packaged jar's `doctor` on sound and broken installations. */
class DoctorIT {
    private static Path folder() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(Path.of("target/it")), "doctor-");
    }

    @Test
    void aSoundInstallation_isExaminedBesideTheRunningService_andAfterItsEnd() throws IOException {
        try (ScriptedModel model = ScriptedModel.start();
                PackagedParley parley = new PackagedParley(folder()).with("PARLEY_PRICE", "0")
                        .with("OPENAI_BASE_URL", model.baseUrl().toString())) {
            parley.with("PARLEY_PUBLIC_URL", parley.uri("/").toString()).start();

            Examined running = parley.doctor();

            assertThat(running.text()).contains("ok       service     Parley runs on port ",
                    "ok       database    Connected to the embedded PostgreSQL 18", " as parley.",
                    "ok       migrations  All ", "ok       disk        The data directory ",
                    "ok       clock       This machine's clock agrees with the database's.",
                    "warning  mail        No mail is sent", "ok       secrets     ", "ok       proxy       ",
                    "ok       websocket   Opened at ws://127.0.0.1:").doesNotContain("fault   ", "DEBUG",
                            PackagedParley.API_KEY, PackagedParley.ADMIN_PASSWORD);
            assertThat(running.exitCode()).isZero();

            parley.stop();
            Examined stopped = parley.doctor();

            assertThat(stopped.text()).contains("does not run on port ", "The embedded PostgreSQL in ",
                    "warning  websocket   ");
            assertThat(stopped.exitCode()).isZero();
        }
    }

    @Test
    void aBrokenInstallation_isToldWhatToDo_andNothingIsWritten() throws IOException {
        Path data = folder().resolve("data");
        String nowhere = "127.0.0.1:" + FreePort.choose();
        try (PackagedParley parley = new PackagedParley(data)
                .with("QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://" + nowhere + "/parley")
                .with("QUARKUS_DATASOURCE_USERNAME", "parley").with("QUARKUS_DATASOURCE_PASSWORD", "swordfish-1234")
                .with("OPENAI_BASE_URL", "http://" + nowhere + "/v1").with("OPENAI_API_KEY", "sk-swordfish")
                .with("PARLEY_MODEL", "my-model")
                .with("PARLEY_MAIL_FROM", "parley@shop.example").with("PARLEY_PUBLIC_URL", "http://" + nowhere)
                .with("QUARKUS_MAILER_HOST", "127.0.0.1").with("QUARKUS_MAILER_PORT", nowhere.split(":", 2)[1])
                .with("PARLEY_TRUSTED_PROXIES", "my-proxy").with("PARLEY_OPERATOR_KEY", "swordfish")) {
            Examined examined = parley.doctor();

            assertThat(examined.text().lines().filter(line -> line.startsWith("fault")))
                    .extracting(line -> line.substring(9).split(" ", 2)[0])
                    .containsExactly("database", "mail", "models", "models", "secrets", "proxy");
            assertThat(examined.text()).contains("Check QUARKUS_MAILER_HOST", "Set PARLEY_PRICE=0",
                    "PARLEY_OPERATOR_KEY has 9 characters", "the connection is refused").doesNotContain("swordfish");
            assertThat(examined.exitCode()).isEqualTo(1);
            assertThat(data).doesNotExist();
        }
    }
}
