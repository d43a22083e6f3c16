package dev.parley.platform.database;

import static java.nio.file.attribute.PosixFilePermission.OWNER_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;
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

import dev.parley.testsupport.PostgresProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server, started twice: files left by a kill must be cleaned up. */
class EmbeddedDatabaseTest {
    private static final String AS_INITDB_WRITES_IT = "host all all 127.0.0.1/32 trust\n";

    @TempDir
    Path data;

    @Test
    void clusterThatWasKilledBeforeItAskedForPasswords_asksForThemAfterTheNextStart() throws IOException, SQLException {
        EmbeddedDatabase.start(data).close();
        Files.writeString(data.resolve("postgres/pg_hba.conf"), AS_INITDB_WRITES_IT);

        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), "postgres", "guess").close())
                    .isInstanceOf(SQLException.class).hasMessageContaining("password authentication failed");
            assertThat(answer(database, "SELECT current_user")).isEqualTo("parley");
        }
    }

    @Test
    void programOfTheServer_isClosedToOtherUsers() throws IOException {
        EmbeddedDatabase.start(data).close();

        assertThat(Files.getPosixFilePermissions(data.resolve("postgres-program")))
                .containsExactlyInAnyOrder(OWNER_READ, OWNER_WRITE, OWNER_EXECUTE);
    }

    @Test
    void clusterMadeAgain_afterItsPasswordWasWrittenDown_asksForThatPassword() throws IOException, SQLException {
        PostgresProgram.linkInto(data);
        Files.writeString(data.resolve("postgres-password"), "written-before-the-kill");

        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), "postgres", "guess").close())
                    .isInstanceOf(SQLException.class);
            DriverManager.getConnection(database.jdbcUrl(), "postgres", "written-before-the-kill").close();
        }
    }

    @Test
    void service_isNobodyWhoCouldSeeOrChangeMoreThanRows() throws IOException, SQLException {
        PostgresProgram.linkInto(data);
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            assertThat(answer(database,
                    """
                    SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb FROM pg_roles WHERE rolname = current_user"""))
                    .isEqualTo("f");
            assertThatThrownBy(() -> answer(database, "SELECT pg_read_file('postgresql.conf')"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> answer(database, "CREATE TABLE mine (id int)"))
                    .hasMessageContaining("permission denied");
        }
    }

    private static String answer(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.user(),
                database.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
