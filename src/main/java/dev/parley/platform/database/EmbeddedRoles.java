package dev.parley.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** Roles: the owner migrates, the service reads and writes. Restored at every start; new clusters trust all. */
final class EmbeddedRoles {
    static final String OWNER = "postgres";
    static final String SERVICE = "parley";
    private static final String ENTRANCE = "host all all 127.0.0.1/32 scram-sha-256\n";

    private EmbeddedRoles() {}

    static String newPassword() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** Writes passwords to disk before they are needed, so that a kill cannot lock the owner out. */
    static void establish(EmbeddedPostgres server, Path cluster, String owner, String service)
            throws IOException, SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER ROLE " + OWNER + " PASSWORD '" + owner + "'");
            statement.execute("DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '" + SERVICE
                    + "') THEN CREATE ROLE " + SERVICE + "; END IF; END $$");
            statement.execute(
                    "ALTER ROLE " + SERVICE + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD '"
                            + service + "'");
            for (String of : new String[]{"SELECT, INSERT, UPDATE, DELETE ON %sTABLES",
                    "USAGE, SELECT ON %sSEQUENCES"}) {
                statement.execute("GRANT " + of.formatted("ALL ") + " IN SCHEMA public TO " + SERVICE);
                statement.execute(
                        "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT " + of.formatted("") + " TO " + SERVICE);
            }
            Path entrance = cluster.resolve("pg_hba.conf");
            if (!Files.readString(entrance).equals(ENTRANCE)) {
                Files.writeString(entrance, ENTRANCE);
                statement.execute("SELECT pg_reload_conf()");
            }
        }
    }
}
