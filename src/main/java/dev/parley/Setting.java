package dev.parley;

import java.util.Locale;
import java.util.Optional;

/** A setting that is needed before the configuration is read: a system property or an environment variable. */
final class Setting {
    private Setting() {}

    /** Empty if it is blank. */
    static Optional<String> of(String name) {
        String property = System.getProperty(name);
        String value = property != null
                ? property
                : System.getenv(name.replaceAll("[^a-zA-Z0-9]", "_").toUpperCase(Locale.ROOT));
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }
}
