package dev.parley.doctor.look;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;

import javax.sql.DataSource;

import dev.parley.doctor.look.DatabaseState.NoPassword;
import dev.parley.doctor.look.DatabaseState.NotCreated;
import dev.parley.doctor.look.DatabaseState.OtherVersion;
import dev.parley.doctor.look.DatabaseState.Reached;
import dev.parley.doctor.look.DatabaseState.Refused;
import dev.parley.doctor.look.DatabaseState.Server;
import dev.parley.doctor.look.DatabaseState.Stopped;
import dev.parley.platform.SecretBox;
import dev.parley.platform.database.EmbeddedState;
import dev.parley.platform.database.JdbcUrl;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connects to the database with a connection of its own, so that a used up pool does not hide it. Reads only. The
 * embedded PostgreSQL of a running service is found by its own files, since its directory is locked.
 */
public final class DatabaseLook {
    private static final int SECONDS = 5;

    private final Settings settings;
    private final Clock clock;

    public DatabaseLook(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** {@code user} and {@code password} sign in; {@code service} is the role whose rights count. */
    record SignIn(String user, String password, String service) {}

    public DatabaseState look() {
        Optional<String> existing = settings.databaseUrl();
        return existing.isPresent() ? existing(existing.get()) : embedded(settings.data());
    }

    private DatabaseState embedded(Path data) {
        return switch (EmbeddedState.of(data)) {
            case EmbeddedState.Empty() -> new NotCreated(data);
            case EmbeddedState.Stopped() -> new Stopped(data);
            case EmbeddedState.OtherVersion(var found, var expected) -> new OtherVersion(data, found, expected);
            case EmbeddedState.Running running -> Files.isReadable(running.passwordFile())
                    ? connect(running.jdbcUrl(), new Server(running.where(), true, true, false),
                            new SignIn(running.owner(), running.password(), running.service()))
                    : new NoPassword(running.passwordFile());
        };
    }

    private DatabaseState existing(String reactiveUrl) {
        String url = JdbcUrl.of(reactiveUrl);
        String user = settings.get("quarkus.datasource.username").orElse("");
        String password = settings.get("quarkus.datasource.password").orElse("");
        // Parley sets this together with the address of the embedded server that it has started.
        boolean embedded = settings.get(SecretBox.FILE).isPresent();
        Server server = new Server(JdbcUrl.where(url), embedded, JdbcUrl.isLocal(url), asksForTls(url));
        // The driver would quote the address, which may hold a password.
        return JdbcUrl.isGood(url)
                ? connect(url, server, new SignIn(user, password, user))
                : new Refused(server, null, "the address is none of PostgreSQL");
    }

    private boolean asksForTls(String url) {
        return (settings.get("quarkus.datasource.reactive.postgresql.ssl-mode").orElse("") + url)
                .matches("(?i)(require|verify-ca|verify-full).*|.*sslmode=(require|verify-ca|verify-full).*");
    }

    private DatabaseState connect(String url, Server server, SignIn signIn) {
        DataSource service = source(url, server, signIn.user(), signIn.password());
        try (Connection connection = service.getConnection()) {
            DatabaseQuestions questions = new DatabaseQuestions(connection, clock);
            DataSource owner = first("parley.owner.name", "quarkus.flyway.username")
                    .map(name -> source(url, server, name,
                            first("parley.owner.password", "quarkus.flyway.password").orElse("")))
                    .orElse(service);
            String trouble = trouble(owner);
            return new Reached(server, questions.version(), questions.number(), questions.session(signIn.service()),
                    questions.ahead(), MigrationsLook.look(trouble == null ? owner : service), trouble);
        } catch (SQLException e) {
            return new Refused(server, e.getSQLState(), e.getCause() == null
                    ? Troubles.oneLine(e.getMessage())
                    : Troubles.words(e.getCause()));
        }
    }

    /** The embedded server's, else the operator's. */
    private Optional<String> first(String embedded, String operators) {
        return settings.get(embedded).or(() -> settings.get(operators));
    }

    private static @Nullable String trouble(DataSource owner) {
        try {
            owner.getConnection().close();
            return null;
        } catch (SQLException e) {
            return Troubles.oneLine(e.getMessage());
        }
    }

    /** The service's client does not try encryption unless asked, unlike the JDBC driver. */
    private static DataSource source(String url, Server server, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        source.setUser(user);
        source.setPassword(password);
        source.setConnectTimeout(SECONDS);
        source.setLoginTimeout(SECONDS);
        source.setSocketTimeout(SECONDS);
        source.setReadOnly(true);
        source.setReadOnlyMode("always");
        source.setApplicationName("parley doctor");
        source.setSslmode(server.tls() ? "require" : "disable");
        return source;
    }
}
