package dev.parley.model.health;

import java.util.regex.Pattern;

/** Names of models that mean one snapshot for ever, such as {@code gpt-4o-2024-08-06}. */
final class Pin {
    private static final Pattern SNAPSHOT = Pattern.compile(".*-(\\d{4}|\\d{4}-\\d{2}-\\d{2})");

    private Pin() {}

    /** Whether a pinned model was asked for and another answered. An alias may become anything. */
    static boolean broken(String asked, String answered) {
        // Azure writes gpt-35 for gpt-3.5.
        return !asked.equals(answered) && !answered.isEmpty() && SNAPSHOT.matcher(asked).matches()
                && !asked.replace("gpt-35", "gpt-3.5").equals(answered.replace("gpt-35", "gpt-3.5"));
    }
}
