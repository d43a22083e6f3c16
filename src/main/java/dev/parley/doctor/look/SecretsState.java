package dev.parley.doctor.look;

import java.nio.file.Path;
import java.util.List;

/** Properties of the secrets, never the secrets. */
public record SecretsState(List<Secret> secrets, List<SecretFile> files, boolean storesSecrets, boolean sameKeys) {
    /** {@code least} is the length that a good one has; {@code required} the one without which Parley does not start. */
    public record Secret(String setting, int length, int least, int required, boolean guessable) {}

    /** {@code othersRead}: the permissions let other users of the machine read it. */
    public record SecretFile(Path path, boolean othersRead, boolean temporary) {}
}
