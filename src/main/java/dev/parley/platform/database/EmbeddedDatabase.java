package dev.parley.platform.database;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

import dev.parley.platform.PrivateFile;
import dev.parley.platform.StartRefusedException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A real PostgreSQL of our own under the data directory, for shops that have no other. It listens on loopback, on a free port, behind a
 * password that only this user can read, and it keeps what it has acknowledged: fsync stays on.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private final EmbeddedPostgres server;
    private final DataDirectory directory;
    private final String ownerPassword;
    private final String password;

    private EmbeddedDatabase(EmbeddedPostgres server, DataDirectory directory, String ownerPassword, String password) {
        this.server = server;
        this.directory = directory;
        this.ownerPassword = ownerPassword;
        this.password = password;
    }

    /** Starts the server, or throws a {@link StartRefusedException} that says what to do. */
    public static EmbeddedDatabase start(Path dataDirectory) {
        DataDirectory directory = DataDirectory.open(dataDirectory);
        LeftoverPostgres.stop(directory.cluster());
        try {
            String owner = ownerPassword(directory.password());
            String service = EmbeddedRoles.newPassword();
            EmbeddedPostgres server = launch(directory, owner);
            EmbeddedRoles.establish(server, directory.cluster(), owner, service);
            directory.markFinished();
            return new EmbeddedDatabase(server, directory, owner, service);
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

    /** The service's: reads and writes rows, one tenant's at a time. */
    public String user() {
        return EmbeddedRoles.SERVICE;
    }

    /** Another one at each start, and written nowhere. */
    public String password() {
        return password;
    }

    /** Whose the tables are: for migrations alone. */
    public String owner() {
        return EmbeddedRoles.OWNER;
    }

    public String ownerPassword() {
        return ownerPassword;
    }

    @Override
    public void close() throws IOException {
        server.close();
        directory.close();
    }

    private static Path logFile(DataDirectory directory) {
        return directory.cluster().resolveSibling("postgres.log");
    }

    private static EmbeddedPostgres launch(DataDirectory directory, String password) throws IOException {
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
                .setOutputRedirector(Redirect.appendTo(logFile(directory).toFile()))
                .setConnectConfig("password", password);
        return builder.start();
    }

    private static String ownerPassword(Path file) throws IOException {
        if (Files.exists(file)) {
            return Files.readString(file);
        }
        String password = EmbeddedRoles.newPassword();
        PrivateFile.write(file, password);
        return password;
    }
}
