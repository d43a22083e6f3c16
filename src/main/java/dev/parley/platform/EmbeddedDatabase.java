package dev.parley.platform;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL of our own under the data directory, for shops that have no other. It listens on loopback, on a free port, behind a
 * password that only this user can read, and it keeps what it has acknowledged: fsync stays on.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final String USER = "postgres";

    private final EmbeddedPostgres server;
    private final DataDirectory directory;
    private final String password;

    private EmbeddedDatabase(EmbeddedPostgres server, DataDirectory directory, String password) {
        this.server = server;
        this.directory = directory;
        this.password = password;
    }

    /** Starts the server, or throws a {@link StartRefusedException} that says what to do. */
    public static EmbeddedDatabase start(Path dataDirectory) {
        DataDirectory directory = DataDirectory.open(dataDirectory);
        LeftoverPostgres.stop(directory.cluster());
        try {
            String known = readPassword(directory.password());
            EmbeddedPostgres server = launch(directory, known);
            String password = known != null ? known : protect(server, directory);
            directory.markFinished();
            return new EmbeddedDatabase(server, directory, password);
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new StartRefusedException("The embedded PostgreSQL in " + dataDirectory.toAbsolutePath()
                    + " did not start (" + e + "). Its own words are in " + logFile(directory) + ".");
        }
    }

    public String jdbcUrl() {
        return "jdbc:" + reactiveUrl();
    }

    public String reactiveUrl() {
        return "postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    @Override
    public void close() throws IOException {
        server.close();
        directory.close();
    }

    private static Path logFile(DataDirectory directory) {
        return directory.cluster().resolveSibling("postgres.log");
    }

    private static EmbeddedPostgres launch(DataDirectory directory, @Nullable String password) throws IOException {
        // Read once by the library's builder; its default is a shared folder that any local user could prepare for us.
        System.setProperty("ot.epg.working-dir", directory.program().toString());
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(directory.program().toFile())
                .setDataDirectory(directory.cluster())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setLocaleConfig("locale", "C.UTF-8")
                // The library starts its server for tests: without fsync and with asynchronous commits.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "60")
                .setOutputRedirector(Redirect.appendTo(logFile(directory).toFile()));
        if (password != null) {
            builder.setConnectConfig("password", password);
        }
        return builder.start();
    }

    private static @Nullable String readPassword(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : null;
    }

    /** On its first start the cluster trusts every local user; from here on it asks for a password. */
    private static String protect(EmbeddedPostgres server, DataDirectory directory) throws IOException, SQLException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER ROLE " + USER + " PASSWORD '" + password + "'");
            PrivateFile.write(directory.password(), password);
            Files.writeString(directory.cluster().resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
            statement.execute("SELECT pg_reload_conf()");
        }
        return password;
    }
}
