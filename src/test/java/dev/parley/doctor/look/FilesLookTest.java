package dev.parley.doctor.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

import dev.parley.doctor.look.SecretsState.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disk and secrets, without a file written. */
class FilesLookTest {
    @TempDir
    Path data;

    private Settings with(String name, String value) {
        return SettingsOf.the(Map.of("parley.data.dir", data.toString(), name, value));
    }

    @Test
    void aDirectoryThatDoesNotExistYet_isWritableIfItCanBeCreated() {
        FolderState state = DiskLook.folder(FolderState.Purpose.DATA, data.resolve("a/b"));

        assertThat(state.path()).isEqualTo(data.resolve("a/b"));
        assertThat(state.writable()).isTrue();
        assertThat(state.freeBytes()).isPositive();
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void aFileInItsPlace_isNotWritable() throws IOException {
        Path file = Files.createFile(data.resolve("file"));

        assertThat(DiskLook.folder(FolderState.Purpose.DATA, file).writable()).isFalse();
    }

    @Test
    void theDataDirectory_countsForTheEmbeddedDatabaseOnly() {
        assertThat(DiskLook.look(with("a", "b"))).hasSize(2);
        assertThat(DiskLook.look(with("quarkus.datasource.reactive.url", "postgresql://db/parley"))).hasSize(1);
    }

    @Test
    void secrets_areMeasuredAndNotKept() {
        SecretsState state = SecretsLook.look(with("parley.admin.password", "Password"));

        assertThat(state.secrets()).containsExactly(new Secret("PARLEY_ADMIN_PASSWORD", 8, 12, 0, true));
        assertThat(state.storesSecrets()).isTrue();
        assertThat(SecretsLook.look(with("quarkus.datasource.reactive.url", "postgresql://db/parley")).storesSecrets())
                .isFalse();
    }

    @Test
    void theOperatorsKey_mustNotBeAShops() {
        String key = "0123456789abcdef0123456789abcdef";

        assertThat(
                SecretsLook.look(SettingsOf.the(Map.of("parley.data.dir", data.toString(), "parley.operator.key", key,
                        "parley.bootstrap.api.key", key))).sameKeys())
                .isTrue();
    }

    @Test
    void filesWithSecrets_areFoundWithTheirPermissions() throws IOException {
        Files.createFile(data.resolve("first-secrets.txt"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Path key = Files.createFile(data.resolve("service-key"));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));

        assertThat(SecretsLook.look(with("a", "b")).files()).containsExactly(
                new SecretsState.SecretFile(data.resolve("first-secrets.txt"), false, true),
                new SecretsState.SecretFile(key, true, false));
    }
}
