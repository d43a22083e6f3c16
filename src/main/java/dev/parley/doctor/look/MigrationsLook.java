package dev.parley.doctor.look;

import java.util.Arrays;
import java.util.List;

import javax.sql.DataSource;

import dev.parley.doctor.look.MigrationState.Kind;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

final class MigrationsLook {
    private MigrationsLook() {}

    /** Compares the history in the database with the migrations in the jar; applies none. */
    static List<MigrationState> look(DataSource database) {
        return Arrays.stream(Flyway.configure(MigrationsLook.class.getClassLoader()).dataSource(database).load().info()
                .all()).map(each -> new MigrationState(each.getScript().replaceFirst("\\.sql$", ""), kind(each)))
                .toList();
    }

    private static Kind kind(MigrationInfo migration) {
        return switch (migration.getState()) {
            case FAILED, MISSING_FAILED, FUTURE_FAILED -> Kind.FAILED;
            case MISSING_SUCCESS, FUTURE_SUCCESS -> Kind.UNKNOWN;
            case PENDING, OUTDATED, AVAILABLE, IGNORED, ABOVE_TARGET -> Kind.PENDING;
            case SUCCESS, OUT_OF_ORDER, BASELINE, BELOW_BASELINE, BASELINE_IGNORED, SUPERSEDED, UNDONE, DELETED ->
                migration.isVersioned() && !migration.isChecksumMatching() ? Kind.CHANGED : Kind.APPLIED;
        };
    }
}
