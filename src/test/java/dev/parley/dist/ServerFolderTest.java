package dev.parley.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.stream.Stream;

import dev.parley.platform.database.EmbeddedDatabase;
import dev.parley.platform.database.ShippedPostgres;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** First starts with the server that the archive has. */
@DisabledOnOs(OS.WINDOWS)
class ServerFolderTest {
    private static final String TABLES = "SELECT count(*) FROM pg_tables WHERE tablename IN ('tenant', 'message')";

    @TempDir
    private static Path archive;
    private static ShippedPostgres shipped = new ShippedPostgres(Path.of(""));

    @TempDir
    private Path data;

    @BeforeAll
    static void make() throws IOException {
        ProgramFolder folder = new ProgramFolder(archive.resolve("parley"));
        ServerFolder.add(folder, archive.resolve("scratch"));
        Path jar = Files.createFile(folder.app().resolve("quarkus-run.jar"));
        shipped = ShippedPostgres.find(jar.toString()).orElseThrow();
    }

    @Test
    void firstStart_hasTheSchema_andUnpacksNoProgram() throws IOException, SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data, Optional.of(shipped))) {
            assertThat(answer(database, TABLES)).isEqualTo("2");
            assertThat(answer(database, "SHOW fsync")).isEqualTo("on");
        }
        try (Stream<Path> files = Files.walk(data.resolve("postgres-program"))) {
            assertThat(files.filter(file -> Files.isRegularFile(file) && !Files.isSymbolicLink(file)))
                    .extracting(file -> file.getFileName().toString()).containsExactly(".exists");
        }
    }

    @Test
    void firstStart_asksForAPassword_thatIsNotInTheArchive() throws IOException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data, Optional.of(shipped))) {
            for (String role : new String[]{database.user(), database.owner()}) {
                assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), role, "guess").close())
                        .isInstanceOf(SQLException.class).hasMessageContaining("password authentication failed");
            }
        }
    }

    @Test
    void copyThatAPowerFailureInterrupted_isMadeAgain() throws IOException, SQLException {
        Path cluster = Files.createDirectories(data.resolve("postgres"));
        Files.writeString(cluster.resolve("PG_VERSION"), "18\n");
        Files.writeString(cluster.resolve("postgresql.conf"), "");

        try (EmbeddedDatabase database = EmbeddedDatabase.start(data, Optional.of(shipped))) {
            assertThat(answer(database, TABLES)).isEqualTo("2");
        }
    }

    @Test
    void clusterOfAnEarlierStart_isKept_whateverThePlaceOfTheProgram() throws IOException, SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            assertThat(answer(database, TABLES)).isEqualTo("0");
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data, Optional.of(shipped))) {
            assertThat(answer(database, TABLES)).isEqualTo("0");
        }
    }

    @Test
    void classPathThatIsNoArchive_hasNone() {
        assertThat(ShippedPostgres.find("target/classes:lib/a.jar")).isEmpty();
        assertThat(ShippedPostgres.find(archive.resolve("elsewhere/quarkus-run.jar").toString())).isEmpty();
    }

    private static String answer(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.owner(),
                database.ownerPassword());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
