package dev.parley.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.parley.doctor.Finding.Status;
import dev.parley.doctor.look.FolderState;
import dev.parley.doctor.look.FolderState.Purpose;
import dev.parley.doctor.look.SecretsState;
import dev.parley.doctor.look.SecretsState.Secret;
import dev.parley.doctor.look.SecretsState.SecretFile;
import dev.parley.doctor.look.ServiceState;
import org.junit.jupiter.api.Test;

/** Disk, clock, secrets and the service on this machine. */
class MachineChecksTest {
    private static final long GIB = 1024L * 1024 * 1024;

    private static Finding disk(boolean writable, long free) {
        return DiskCheck.of(List.of(new FolderState(Purpose.DATA, Path.of("/data"), writable, free))).getFirst();
    }

    @Test
    void disk_isFullBeforeItIsFull() {
        assertThat(disk(true, 40 * GIB)).isEqualTo(Finding.ok("disk", "The data directory /data has 40.0 GiB free."));
        assertThat(disk(true, GIB).status()).isEqualTo(Status.WARNING);
        assertThat(disk(true, GIB / 10).status()).isEqualTo(Status.FAULT);
        assertThat(disk(true, GIB / 10).found()).contains("102 MiB");
    }

    @Test
    void disk_thatCannotBeWritten_namesTheSetting() {
        assertThat(disk(false, 40 * GIB).status()).isEqualTo(Status.FAULT);
        assertThat(disk(false, 40 * GIB).advice()).contains("PARLEY_DATA_DIR");
        assertThat(DiskCheck.of(List.of(new FolderState(Purpose.TEMPORARY, Path.of("/tmp"), false, GIB))).getFirst()
                .advice()).contains("java.io.tmpdir");
    }

    private static Finding clock(Duration ahead) {
        return ClockCheck.of(Optional.of(ahead), Optional.empty()).getFirst();
    }

    @Test
    void clock_maySpreadASecond_butNotAMinute() {
        assertThat(clock(Duration.ofMillis(-900)).status()).isEqualTo(Status.OK);
        assertThat(clock(Duration.ofSeconds(7)).status()).isEqualTo(Status.WARNING);
        assertThat(clock(Duration.ofSeconds(7)).found())
                .isEqualTo("This machine's clock is 7 s behind the database's.");
        assertThat(clock(Duration.ofHours(-1)).status()).isEqualTo(Status.FAULT);
        assertThat(clock(Duration.ofHours(-1)).found()).contains("3600 s ahead of");
    }

    @Test
    void clock_isNotMentionedWithoutAnotherToCompareWith() {
        assertThat(ClockCheck.of(Optional.empty(), Optional.empty())).isEmpty();
        assertThat(ClockCheck.of(Optional.empty(), Optional.of(Duration.ZERO)).getFirst().found())
                .contains("model server's");
    }

    private static List<Finding> secrets(Secret... secrets) {
        return SecretsCheck.of(new SecretsState(List.of(secrets), List.of(), true, false));
    }

    @Test
    void secrets_thatAreLong_areOneGoodLine() {
        assertThat(secrets(new Secret("PARLEY_OPERATOR_KEY", 64, 32, 32, false))).extracting(Finding::status)
                .containsExactly(Status.OK);
    }

    @Test
    void secrets_thatAreShortOrUsual_areTold() {
        assertThat(secrets(new Secret("PARLEY_OPERATOR_KEY", 10, 32, 32, false)).getFirst().found())
                .contains("does not start");
        assertThat(secrets(new Secret("PARLEY_BOOTSTRAP_API_KEY", 10, 32, 8, false)).getFirst().status())
                .isEqualTo(Status.WARNING);
        assertThat(secrets(new Secret("PARLEY_ADMIN_PASSWORD", 8, 12, 0, true)).getFirst().status())
                .isEqualTo(Status.FAULT);
    }

    @Test
    void secrets_thatAreMissingOrTheSame_areTold() {
        assertThat(SecretsCheck.of(new SecretsState(List.of(), List.of(), false, true))).extracting(Finding::status)
                .containsExactly(Status.FAULT, Status.WARNING);
    }

    @Test
    void secretFiles_thatOthersReadOrThatLieAround_saysTheCommand() {
        List<Finding> found = SecretsCheck.of(new SecretsState(List.of(),
                List.of(new SecretFile(Path.of("/data/service-key"), true, false),
                        new SecretFile(Path.of("/data/first-secrets.txt"), false, true),
                        new SecretFile(Path.of("/data/postgres-password"), false, false)),
                true, false));

        assertThat(found).extracting(Finding::status).containsExactly(Status.FAULT, Status.WARNING);
        assertThat(found.getFirst().advice()).isEqualTo("Run: chmod 600 /data/service-key");
        assertThat(found.getLast().advice()).contains("delete the file");
    }

    @Test
    void service_mayBeStopped_butItsPortMustNotBeTaken() {
        assertThat(ServiceCheck.of(ServiceState.RUNNING, 8080).getFirst().status()).isEqualTo(Status.OK);
        assertThat(ServiceCheck.of(ServiceState.STOPPED, 8080).getFirst().status()).isEqualTo(Status.OK);
        assertThat(ServiceCheck.of(ServiceState.OTHER_PROGRAM, 8080).getFirst().advice())
                .contains("QUARKUS_HTTP_PORT");
    }
}
