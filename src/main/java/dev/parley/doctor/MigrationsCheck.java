package dev.parley.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.parley.doctor.look.DatabaseState;
import dev.parley.doctor.look.DatabaseState.Reached;
import dev.parley.doctor.look.MigrationState;
import dev.parley.doctor.look.MigrationState.Kind;

final class MigrationsCheck {
    private static final String NAME = "migrations";
    private static final int NAMED = 3;

    private MigrationsCheck() {}

    /** Nothing without a connection: {@link DatabaseCheck} says that. */
    static List<Finding> of(DatabaseState database) {
        return database instanceof Reached reached ? of(reached.migrations()) : List.of();
    }

    private static List<Finding> of(List<MigrationState> migrations) {
        List<Finding> findings = new ArrayList<>();
        List<String> failed = names(migrations, Kind.FAILED);
        List<String> unknown = names(migrations, Kind.UNKNOWN);
        List<String> changed = names(migrations, Kind.CHANGED);
        List<String> pending = names(migrations, Kind.PENDING);
        if (!failed.isEmpty()) {
            findings.add(Finding.fault(NAME, count(failed) + " failed: " + some(failed) + ".",
                    "Restore the backup from before the upgrade, or repair the database by hand, then start Parley."));
        }
        if (!unknown.isEmpty()) {
            findings.add(Finding.fault(NAME, "The database is of a newer Parley: it has " + some(unknown) + ".",
                    "Start the newer Parley, or restore the backup from before the upgrade."));
        }
        if (!changed.isEmpty()) {
            findings.add(Finding.fault(NAME, "Applied with another content: " + some(changed) + ".",
                    "Use an unchanged release of Parley; its start refuses this database."));
        }
        if (!pending.isEmpty()) {
            findings.add(pending.size() == migrations.size()
                    ? Finding.ok(NAME, "The database is empty. The first start applies " + count(pending) + ".")
                    : Finding.warning(NAME, "Not applied yet: " + some(pending) + ".",
                            "Back up the database, then restart Parley, which applies them."));
        }
        return findings.isEmpty()
                ? List.of(Finding.ok(NAME, "All " + migrations.size() + " are applied."))
                : findings;
    }

    private static List<String> names(List<MigrationState> migrations, Kind kind) {
        return migrations.stream().filter(each -> each.kind() == kind).map(MigrationState::name).toList();
    }

    private static String count(List<String> names) {
        return names.size() + (names.size() == 1 ? " migration" : " migrations");
    }

    private static String some(List<String> names) {
        String first = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        return names.size() > NAMED ? first + " and " + (names.size() - NAMED) + " more" : first;
    }
}
