package dev.parley.doctor.look;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import dev.parley.doctor.look.SecretsState.Secret;
import dev.parley.doctor.look.SecretsState.SecretFile;
import dev.parley.platform.LongSecret;
import dev.parley.platform.SecretBox;

/** Measures secrets and looks at the permissions of their files. */
public final class SecretsLook {
    private static final int LEAST_OF_A_PASSWORD = 12;
    /** The usual placeholders of examples. */
    private static final Set<String> USUAL = Set.of("admin", "administrator", "change-me", "changeit", "changeme",
            "default",
            "parley", "passw0rd", "password", "postgres", "root", "secret", "test", "12345678", "password1", "qwerty");
    private static final Set<PosixFilePermission> OTHERS = Set.of(PosixFilePermission.GROUP_READ,
            PosixFilePermission.OTHERS_READ);

    private SecretsLook() {}

    public static SecretsState look(Settings settings) {
        boolean embedded = settings.databaseUrl().isEmpty() || settings.get(SecretBox.FILE).isPresent();
        List<Secret> secrets = new ArrayList<>();
        add(secrets, settings, "parley.operator.key", "PARLEY_OPERATOR_KEY", LongSecret.MIN_LENGTH,
                LongSecret.MIN_LENGTH);
        add(secrets, settings, "parley.bootstrap.api.key", "PARLEY_BOOTSTRAP_API_KEY", LongSecret.MIN_LENGTH,
                LongSecret.MIN_LENGTH_OF_A_SHOP);
        add(secrets, settings, "parley.admin.password", "PARLEY_ADMIN_PASSWORD", LEAST_OF_A_PASSWORD, 0);
        if (!embedded) {
            add(secrets, settings, "quarkus.datasource.password", "QUARKUS_DATASOURCE_PASSWORD", LEAST_OF_A_PASSWORD,
                    0);
        }
        Optional<String> operator = settings.get("parley.operator.key");
        return new SecretsState(secrets, files(settings.data()),
                embedded || settings.get("parley.secret.key").isPresent(),
                operator.isPresent() && operator.equals(settings.get("parley.bootstrap.api.key")));
    }

    private static void add(List<Secret> secrets, Settings settings, String name, String setting, int least,
            int required) {
        settings.get(name).ifPresent(value -> secrets.add(new Secret(setting, value.length(), least, required,
                USUAL.contains(value.toLowerCase(Locale.ROOT)) || value.chars().distinct().count() < 3)));
    }

    private static List<SecretFile> files(Path data) {
        List<SecretFile> files = new ArrayList<>();
        for (String name : List.of("first-secrets.txt", "service-key", "postgres-password")) {
            Path file = data.resolve(name);
            if (Files.exists(file)) {
                files.add(new SecretFile(file, othersRead(file), name.startsWith("first")));
            }
        }
        return files;
    }

    /** False where the file system has no such permissions. */
    private static boolean othersRead(Path file) {
        try {
            return Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }
}
