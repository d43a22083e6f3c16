package dev.parley.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import dev.parley.testsupport.PostgresProgram;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
    @TempDir
    Path data;

    @Test
    void schemaWithTheProgramsFiles_needsNoFlyway_andEveryOtherDoes() throws IOException, SQLException {
        PostgresProgram.linkInto(data);
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            migrate(database);
            // Flyway would refuse this.
            run(database, "UPDATE flyway_schema_history SET checksum = 1 WHERE version = '1'");

            assertThatCode(() -> migrate(database)).doesNotThrowAnyException();

            run(database, "COMMENT ON TABLE flyway_schema_history IS 'files of another version'");
            assertThatThrownBy(() -> migrate(database)).isInstanceOf(FlywayException.class)
                    .hasMessageContaining("checksum");
        }
    }

    @Test
    void databaseThatIsAway_isToldApart() {
        assertThatThrownBy(() -> Migrations.run("jdbc:postgresql://127.0.0.1:1/parley", "parley", "secret"))
                .isInstanceOf(FlywayException.class).hasRootCauseInstanceOf(IOException.class)
                .cause().isInstanceOf(SQLException.class);
    }

    @Test
    void fingerprint_isOfNamesAndContents_inFoldersAndJars() throws IOException {
        Optional<String> folder = fingerprint(folder("folder", "CREATE TABLE a ()").toUri().toURL());

        assertThat(folder).isPresent().isEqualTo(fingerprint(jar("CREATE TABLE a ()")))
                .isNotEqualTo(fingerprint(folder("other", "CREATE TABLE b ()").toUri().toURL()));
        assertThat(MigrationFiles.fingerprint(new URLClassLoader(new URL[0], null))).isEmpty();
    }

    private static Optional<String> fingerprint(URL where) throws IOException {
        try (URLClassLoader loader = new URLClassLoader(new URL[]{where}, null)) {
            return MigrationFiles.fingerprint(loader);
        }
    }

    private Path folder(String name, String sql) throws IOException {
        Path root = data.resolve(name);
        Path migrations = Files.createDirectories(root.resolve("db/migration"));
        Files.writeString(migrations.resolve("V1__tenant.sql"), sql);
        Files.writeString(migrations.resolve("V2__more.sql"), "CREATE TABLE more ()");
        return root;
    }

    private URL jar(String sql) throws MalformedURLException, IOException {
        Path jar = data.resolve("program.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("db/migration/V2__more.sql"));
            zip.write("CREATE TABLE more ()".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("db/migration/V1__tenant.sql"));
            zip.write(sql.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("db/else.sql"));
        }
        return jar.toUri().toURL();
    }

    private static void migrate(EmbeddedDatabase database) {
        Migrations.run(database.jdbcUrl(), database.owner(), database.ownerPassword());
    }

    private static void run(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.owner(),
                database.ownerPassword());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
