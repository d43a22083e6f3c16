package dev.parley.platform.database;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

import dev.parley.platform.PrivateFile;
import dev.parley.platform.StartRefusedException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** PostgreSQL for shops without their own: on loopback, a free port, with a private password and fsync. */
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

    /** With the program in the jar. Throws a {@link StartRefusedException} that says what to do. */
    public static EmbeddedDatabase start(Path dataDirectory) {
        return start(dataDirectory, Optional.empty());
    }

    /** Throws a {@link StartRefusedException} that says what to do. */
    public static EmbeddedDatabase start(Path dataDirectory, Optional<ShippedPostgres> shipped) {
        DataDirectory directory = DataDirectory.open(dataDirectory);
        LeftoverPostgres.stop(directory.cluster());
        try {
            String owner = ownerPassword(directory.password());
            String service = EmbeddedRoles.newPassword();
            if (shipped.isPresent() && !Files.exists(directory.cluster())) {
                shipped.get().copyCluster(directory.cluster(), logFile(directory));
            }
            EmbeddedPostgres server = launch(directory, owner, shipped);
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

    /** The service's role: reads and writes rows of one tenant at a time. */
    public String user() {
        return EmbeddedRoles.SERVICE;
    }

    /** Changes at each start and is never stored. */
    public String password() {
        return password;
    }

    /** The role that owns the tables; only for migrations. */
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

    private static EmbeddedPostgres launch(DataDirectory directory, String password, Optional<ShippedPostgres> shipped)
            throws IOException {
        // The library reads this once; its default is a shared folder that any local user could prepare.
        System.setProperty("ot.epg.working-dir", directory.program().toString());
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(directory.program().toFile())
                .setDataDirectory(directory.cluster())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setLocaleConfig("locale", "C.UTF-8")
                // The library starts servers for tests, without fsync and with asynchronous commits.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "60")
                .setOutputRedirector(Redirect.appendTo(logFile(directory).toFile()))
                .setConnectConfig("password", password);
        if (shipped.isPresent()) {
            builder.setPgBinaryResolver(shipped.get().link(directory.program()));
        }
        EmbeddedPostgres server = builder.start();
        // The library lets everybody write there, so any local user could exchange the program.
        PrivateFile.closeFolder(directory.program());
        return server;
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
