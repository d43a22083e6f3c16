package dev.parley.doctor.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import dev.parley.doctor.look.DatabaseState.NotCreated;
import dev.parley.doctor.look.DatabaseState.OtherVersion;
import dev.parley.doctor.look.DatabaseState.Reached;
import dev.parley.doctor.look.DatabaseState.Refused;
import dev.parley.doctor.look.DatabaseState.Stopped;
import dev.parley.doctor.look.MigrationState.Kind;
import dev.parley.platform.ClockProducer;
import dev.parley.platform.database.EmbeddedDatabase;
import dev.parley.testsupport.FreePort;
import dev.parley.testsupport.PostgresProgram;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseLookTest {
    private static final Clock CLOCK = ClockProducer.system();

    @TempDir
    Path data;

    private static DatabaseState look(Map<String, String> settings) {
        return new DatabaseLook(SettingsOf.the(settings), CLOCK).look();
    }

    private DatabaseState ofDirectory() {
        return look(Map.of("parley.data.dir", data.toString()));
    }

    @Test
    void runningEmbeddedServer_isAskedAlthoughItsDirectoryIsLocked_andNothingChanges() throws IOException {
        PostgresProgram.linkInto(data);
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            Reached before = (Reached) ofDirectory();
            assertThat(before.server().embedded()).isTrue();
            assertThat(before.session().role()).isEqualTo("parley");
            assertThat(before.session().rowSecurity()).isNull();
            assertThat(before.clock().abs()).isLessThan(Duration.ofSeconds(5));
            assertThat(before.migrations()).hasSizeGreaterThan(30)
                    .allMatch(migration -> migration.kind() == Kind.PENDING);

            Flyway.configure().dataSource(database.jdbcUrl(), database.owner(), database.ownerPassword()).load()
                    .migrate();

            Reached after = (Reached) ofDirectory();
            assertThat(after.migrations()).hasSameSizeAs(before.migrations())
                    .allMatch(migration -> migration.kind() == Kind.APPLIED);
            assertThat(after.session()).isEqualTo(new DatabaseState.Session("parley", false, true, true));
            existingServer(database);
        }
        assertThat(ofDirectory()).isEqualTo(new Stopped(data));
        Files.writeString(data.resolve("postgres/PG_VERSION"), "17\n");
        assertThat(ofDirectory()).isEqualTo(new OtherVersion(data, "17", "18"));
    }

    private static void existingServer(EmbeddedDatabase database) {
        Map<String, String> service = Map.of("quarkus.datasource.reactive.url", database.reactiveUrl(),
                "quarkus.datasource.username", database.user(), "quarkus.datasource.password", database.password(),
                "quarkus.flyway.username", database.owner(), "quarkus.flyway.password", "wrong");
        Reached reached = (Reached) look(service);
        assertThat(reached.server().embedded()).isFalse();
        assertThat(reached.session().rowSecurity()).isTrue();
        assertThat(reached.owner()).contains("password authentication failed");

        Refused refused = (Refused) look(Map.of("quarkus.datasource.reactive.url", database.reactiveUrl(),
                "quarkus.datasource.username", database.user(), "quarkus.datasource.password", "a wrong one"));
        assertThat(refused.sqlState()).isEqualTo("28P01");
        assertThat(refused.why()).doesNotContain("a wrong one");

        assertThat(look(Map.of("quarkus.datasource.reactive.url", database.reactiveUrl() + "?sslmode=require",
                "quarkus.datasource.username", database.user(), "quarkus.datasource.password", database.password())))
                .as("a server without encryption that is asked for it").isInstanceOf(Refused.class);
    }

    @Test
    void emptyDirectory_hasNoDatabase_andStaysEmpty() throws IOException {
        assertThat(ofDirectory()).isEqualTo(new NotCreated(data));
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void serverThatDoesNotListen_isRefusedWithoutThePassword() {
        Refused refused = (Refused) look(
                Map.of("quarkus.datasource.reactive.url",
                        "postgresql://127.0.0.1:" + FreePort.choose() + "/parley?password=secret"));

        assertThat(refused.sqlState()).isEqualTo("08001");
        assertThat(refused.why()).isEqualTo("the connection is refused");
        assertThat(refused.server().where()).endsWith("/parley");
    }

    @Test
    void addressOfAnotherDatabase_isRefused() {
        assertThat(look(Map.of("quarkus.datasource.reactive.url", "mysql://db/parley"))).isInstanceOf(Refused.class);
    }
}
