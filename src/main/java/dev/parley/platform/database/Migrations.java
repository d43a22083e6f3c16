package dev.parley.platform.database;

import org.flywaydb.core.Flyway;

/** Brings the schema up to date. Replicas that start at once wait for each other (Flyway locks its table). */
public final class Migrations {
    private Migrations() {}

    /** As the owner of the tables. Throws a {@link org.flywaydb.core.api.FlywayException}. */
    public static void run(String jdbcUrl, String owner, String password) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(jdbcUrl, owner, password)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }
}
