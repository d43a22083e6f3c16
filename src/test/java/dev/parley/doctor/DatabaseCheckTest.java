package dev.parley.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import dev.parley.doctor.Finding.Status;
import dev.parley.doctor.look.DatabaseState;
import dev.parley.doctor.look.DatabaseState.Reached;
import dev.parley.doctor.look.DatabaseState.Refused;
import dev.parley.doctor.look.DatabaseState.Server;
import dev.parley.doctor.look.DatabaseState.Session;
import dev.parley.doctor.look.MigrationState;
import dev.parley.doctor.look.MigrationState.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DatabaseCheckTest {
    private static final Server NEAR = new Server("127.0.0.1:5432/postgres", true, true, false);
    private static final Server FAR = new Server("db.example:5432/parley", false, false, false);
    private static final Server FAR_TLS = new Server("db.example:5432/parley", false, false, true);
    private static final Session GOOD = new Session("parley", true, true, true);

    private static Reached reached(Server server, Session session, @Nullable String owner, Kind... migrations) {
        List<MigrationState> states = Stream.of(migrations)
                .map(kind -> new MigrationState("V1__" + kind, kind)).toList();
        return new Reached(server, "18.6", 180_006, session, Duration.ZERO, states, owner);
    }

    private static List<Status> statuses(DatabaseState state) {
        return DatabaseCheck.of(state).stream().map(Finding::status).toList();
    }

    @Test
    void aSoundDatabase_isOneGoodLine() {
        assertThat(DatabaseCheck.of(reached(FAR, GOOD, null))).containsExactly(Finding.ok("database",
                "Connected to PostgreSQL 18.6 at db.example:5432/parley as parley."));
    }

    @Test
    void aDatabaseThatDoesNotRunYet_isNoFault() {
        assertThat(statuses(new DatabaseState.NotCreated(Path.of("/data")))).containsExactly(Status.OK);
        assertThat(statuses(new DatabaseState.Stopped(Path.of("/data")))).containsExactly(Status.OK);
    }

    @Test
    void dataOfAnotherVersion_saysHowToMoveIt() {
        Finding finding = DatabaseCheck.of(new DatabaseState.OtherVersion(Path.of("/data"), "17", "18")).getFirst();

        assertThat(finding.status()).isEqualTo(Status.FAULT);
        assertThat(finding.found()).contains("PostgreSQL 17");
        assertThat(finding.advice()).contains("dump its database");
    }

    @Test
    void anUnreadablePassword_namesTheUserToRunAs() {
        assertThat(
                DatabaseCheck.of(new DatabaseState.NoPassword(Path.of("/data/postgres-password"))).getFirst().advice())
                .contains("as the user that runs Parley");
    }

    @Test
    void aRefusal_namesTheSettingThatItsSqlStateIsAbout() {
        assertThat(DatabaseCheck.of(new Refused(FAR, "28P01", "FATAL: password")).getFirst().advice())
                .contains("QUARKUS_DATASOURCE_PASSWORD");
        assertThat(DatabaseCheck.of(new Refused(FAR, "3D000", "FATAL: database")).getFirst().advice())
                .contains("Create the database");
        assertThat(DatabaseCheck.of(new Refused(FAR, "08001", "refused")).getFirst().advice())
                .contains("QUARKUS_DATASOURCE_REACTIVE_URL");
        assertThat(DatabaseCheck.of(new Refused(FAR, null, "refused")).getFirst().status()).isEqualTo(Status.FAULT);
        assertThat(DatabaseCheck.of(new Refused(NEAR, "08001", "refused")).getFirst().advice())
                .contains("postgres.log");
    }

    @Test
    void rolesThatMayTooMuchOrTooLittle_areTold() {
        assertThat(statuses(reached(FAR, new Session("parley", true, false, true), null)))
                .containsExactly(Status.OK, Status.WARNING);
        assertThat(statuses(reached(FAR, new Session("parley", true, true, false), null)))
                .containsExactly(Status.OK, Status.FAULT);
        assertThat(statuses(reached(FAR, new Session("parley", true, null, null), null))).containsExactly(Status.OK);
        assertThat(DatabaseCheck.of(reached(FAR, GOOD, "FATAL: no")).getLast().advice())
                .contains("QUARKUS_FLYWAY_PASSWORD");
    }

    @Test
    void anUnencryptedConnection_isAFaultIfEncryptionIsAskedFor_aWarningOverANetwork_fineOnThisMachine() {
        Session plain = new Session("parley", false, true, true);

        assertThat(statuses(reached(FAR_TLS, plain, null))).contains(Status.FAULT);
        assertThat(statuses(reached(FAR, plain, null))).contains(Status.WARNING);
        assertThat(statuses(reached(NEAR, plain, null))).containsExactly(Status.OK);
    }

    @Test
    void anOldServer_isToBeUpgraded() {
        assertThat(statuses(new Reached(NEAR, "13.4", 130_004, GOOD, Duration.ZERO, List.of(), null)))
                .containsExactly(Status.WARNING);
    }

    private static List<Finding> migrations(Kind... kinds) {
        return MigrationsCheck.of(reached(NEAR, GOOD, null, kinds));
    }

    @Test
    void migrations_areSoundIfAllAreApplied() {
        assertThat(migrations(Kind.APPLIED, Kind.APPLIED))
                .containsExactly(Finding.ok("migrations", "All 2 are applied."));
    }

    @Test
    void migrations_ofAnEmptyDatabaseArePendingWithoutAWarning() {
        assertThat(migrations(Kind.PENDING, Kind.PENDING)).extracting(Finding::status).containsExactly(Status.OK);
        assertThat(migrations(Kind.APPLIED, Kind.PENDING)).extracting(Finding::status)
                .containsExactly(Status.WARNING);
    }

    @Test
    void migrations_thatFailedOrAreUnknownOrChanged_areFaults() {
        assertThat(migrations(Kind.APPLIED, Kind.FAILED, Kind.UNKNOWN, Kind.CHANGED)).extracting(Finding::status)
                .containsExactly(Status.FAULT, Status.FAULT, Status.FAULT);
        assertThat(migrations(Kind.APPLIED, Kind.UNKNOWN).getFirst().found()).contains("newer Parley", "V1__UNKNOWN");
        assertThat(migrations(Kind.FAILED, Kind.FAILED, Kind.FAILED, Kind.FAILED).getFirst().found())
                .contains("and 1 more");
    }

    @Test
    void migrations_areNotMentionedWithoutADatabase() {
        assertThat(MigrationsCheck.of(new Refused(FAR, "08001", "refused"))).isEmpty();
    }
}
