package dev.parley.settings;

import java.util.Locale;

/** {@code name} is the property's; {@code preset} is empty without a default; {@code sentence} is from the Javadoc. */
record Setting(String name, String environment, String type, String preset, String sentence) {
    /** As MicroProfile Config maps names; {@code prices."label"} becomes {@code PRICES_LABEL}. */
    static String environment(String name) {
        return name.replace("\"", "").replaceAll("[^A-Za-z0-9<>]", "_").toUpperCase(Locale.ROOT);
    }
}
