package dev.parley.platform.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Brings the schema up to date. Replicas that start at once wait for each other (Flyway locks its table). The files that a
 * schema has are noted at Flyway's table: a start that finds its own needs no Flyway, which would cost 0.2 s and 1,000
 * classes.
 */
public final class Migrations {
    private static final String TABLE = "flyway_schema_history";

    private Migrations() {}

    /** As the owner of the tables. Throws a {@link FlywayException}. */
    public static void run(String jdbcUrl, String owner, String password) {
        ClassLoader loader = Migrations.class.getClassLoader();
        Optional<String> own = MigrationFiles.fingerprint(loader);
        if (own.isPresent() && own.equals(noted(jdbcUrl, owner, password))) {
            return;
        }
        Flyway.configure(loader)
                .dataSource(jdbcUrl, owner, password)
                .locations("classpath:" + MigrationFiles.FOLDER)
                .load()
                .migrate();
        own.ifPresent(files -> note(files, jdbcUrl, owner, password));
    }

    private static Optional<String> noted(String jdbcUrl, String owner, String password) {
        try (Connection connection = connect(jdbcUrl, owner, password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement
                        .executeQuery("SELECT obj_description(to_regclass('" + TABLE + "'), 'pg_class')")) {
            return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
        } catch (SQLException e) {
            throw new FlywayException("The database cannot be asked for its schema.", e);
        }
    }

    private static Connection connect(String jdbcUrl, String owner, String password) throws SQLException {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(jdbcUrl);
        return owner.isEmpty() ? database.getConnection() : database.getConnection(owner, password);
    }

    private static void note(String files, String jdbcUrl, String owner, String password) {
        try (Connection connection = connect(jdbcUrl, owner, password);
                Statement statement = connection.createStatement()) {
            statement.execute("COMMENT ON TABLE " + TABLE + " IS '" + files + "'");
        } catch (SQLException e) {
            throw new FlywayException("The schema's files cannot be noted.", e);
        }
    }
}
