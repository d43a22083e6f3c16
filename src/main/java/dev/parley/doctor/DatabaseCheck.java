package dev.parley.doctor;

import java.util.ArrayList;
import java.util.List;

import dev.parley.doctor.look.DatabaseState;
import dev.parley.doctor.look.DatabaseState.NoPassword;
import dev.parley.doctor.look.DatabaseState.NotCreated;
import dev.parley.doctor.look.DatabaseState.OtherVersion;
import dev.parley.doctor.look.DatabaseState.Reached;
import dev.parley.doctor.look.DatabaseState.Refused;
import dev.parley.doctor.look.DatabaseState.Stopped;

final class DatabaseCheck {
    private static final String NAME = "database";
    /** The oldest major version that PostgreSQL's developers still maintain (2026-11). */
    private static final int OLDEST = 14;

    private DatabaseCheck() {}

    static List<Finding> of(DatabaseState state) {
        return switch (state) {
            case NotCreated(var data) -> List.of(Finding.ok(NAME,
                    "No database yet in " + data + ". The first start creates it there."));
            case Stopped(var data) -> List.of(Finding.ok(NAME, "The embedded PostgreSQL in " + data
                    + " does not run. It starts with Parley; run doctor again then to have its content checked."));
            case OtherVersion(var data, var found, var expected) -> List.of(Finding.fault(NAME,
                    data + " was written by PostgreSQL " + found + ", but this Parley brings " + expected + ".",
                    "Start the Parley that wrote it, dump its database, and load it into a new directory"
                            + " (operations.md, \"New major version\")."));
            case NoPassword(var file) -> List.of(Finding.fault(NAME,
                    "The embedded PostgreSQL runs, but its password in " + file + " is not readable.",
                    "Run doctor as the user that runs Parley."));
            case Refused refused -> List.of(refused(refused));
            case Reached reached -> reached(reached);
        };
    }

    private static Finding refused(Refused refused) {
        String where = refused.server().where();
        String state = refused.sqlState() == null ? "" : refused.sqlState();
        String why = " (" + refused.why() + ").";
        if (state.startsWith("28")) {
            return Finding.fault(NAME, "PostgreSQL at " + where + " refuses the user or the password" + why,
                    refused.server().embedded()
                            ? "Restart Parley, which sets the password again."
                            : "Set QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD to a role that may sign in.");
        }
        if (state.startsWith("3D")) {
            return Finding.fault(NAME, "PostgreSQL at " + where + " has no such database" + why,
                    "Create the database, or correct its name at the end of QUARKUS_DATASOURCE_REACTIVE_URL.");
        }
        return Finding.fault(NAME, "PostgreSQL at " + where + " cannot be reached" + why,
                refused.server().embedded()
                        ? "Look at postgres.log in the data directory, then restart Parley."
                        : "Check that it runs, that a firewall lets this machine in, and QUARKUS_DATASOURCE_REACTIVE_URL.");
    }

    private static List<Finding> reached(Reached reached) {
        List<Finding> findings = new ArrayList<>();
        String where = (reached.server().embedded() ? "the embedded PostgreSQL " : "PostgreSQL ") + reached.version()
                + " at " + reached.server().where();
        findings.add(reached.number() / 10_000 < OLDEST
                ? Finding.warning(NAME, "Connected to " + where + ", a version without security updates.",
                        "Upgrade it; Parley is tested with PostgreSQL 18.")
                : Finding.ok(NAME, "Connected to " + where + " as " + reached.session().role() + "."));
        addRoles(findings, reached);
        addEncryption(findings, reached);
        return findings;
    }

    private static void addRoles(List<Finding> findings, Reached reached) {
        String role = reached.session().role();
        if (reached.owner() != null) {
            findings.add(Finding.fault(NAME, "The role of the migrations cannot sign in (" + reached.owner() + ").",
                    "Correct QUARKUS_FLYWAY_USERNAME and QUARKUS_FLYWAY_PASSWORD."));
        }
        if (Boolean.FALSE.equals(reached.session().mayWrite())) {
            findings.add(Finding.fault(NAME, "The role " + role + " may not read and write the tables.",
                    "Give it the rights that operations.md lists under \"Row-level security\"."));
        } else if (Boolean.FALSE.equals(reached.session().rowSecurity())) {
            findings.add(Finding.warning(NAME, "Row-level security does not apply to the role " + role
                    + ", because it owns the tables or is a superuser.",
                    "Give the service a role of its own (operations.md, \"Row-level security\")."));
        }
    }

    private static void addEncryption(List<Finding> findings, Reached reached) {
        if (!reached.session().encrypted() && reached.server().tls()) {
            findings.add(Finding.fault(NAME, "The connection is not encrypted, although the settings ask for it.",
                    "Turn on ssl in postgresql.conf."));
        } else if (!reached.session().encrypted() && !reached.server().local()) {
            findings.add(Finding.warning(NAME, "The connection leaves this machine without encryption.",
                    "Add ?sslmode=require to QUARKUS_DATASOURCE_REACTIVE_URL, unless the network is private."));
        }
    }
}
