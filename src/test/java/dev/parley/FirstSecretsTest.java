package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstSecretsTest {
    @TempDir
    Path folder;

    @Test
    void withoutATerminal_theyAreInAFileOfTheOwnersAlone() throws IOException {
        FirstSecrets secrets = new FirstSecrets(false, folder.resolve("data"));

        assertThat(secrets.keep("The key:", "pk_secret")).isTrue();
        assertThat(secrets.keep("The administrator:", "admin@localhost   swordfish")).isTrue();
        String told = secrets.show();

        Path file = folder.resolve("data/first-secrets.txt").toAbsolutePath();
        assertThat(told).contains(file.toString()).doesNotContain("pk_secret").doesNotContain("swordfish");
        assertThat(Files.readString(file)).contains("The key:\n  pk_secret\n")
                .contains("The administrator:\n  admin@localhost   swordfish");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(secrets.show()).isEmpty();
    }

    @Test
    void onATerminal_noFileIsWritten() {
        FirstSecrets secrets = new FirstSecrets(true, folder);

        assertThat(secrets.keep("The key:", "pk_secret")).isTrue();

        assertThat(secrets.show()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whereNothingCanBeWritten_nothingIsKept() throws IOException {
        Path notAFolder = Files.createFile(folder.resolve("data"));
        FirstSecrets secrets = new FirstSecrets(false, notAFolder);

        assertThat(secrets.keep("The key:", "pk_secret")).isFalse();
        assertThat(secrets.show()).isEmpty();
    }
}
