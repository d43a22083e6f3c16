package dev.parley.model.health;

import java.util.regex.Pattern;

/** Model names that denote a fixed snapshot, such as {@code gpt-4o-2024-08-06}. */
final class Pin {
    private static final Pattern SNAPSHOT = Pattern.compile(".*-(\\d{4}|\\d{4}-\\d{2}-\\d{2})");

    private Pin() {}

    /** True if another model answered for a snapshot; an alias may resolve to anything. */
    static boolean broken(String asked, String answered) {
        // Azure writes gpt-35 for gpt-3.5.
        return !asked.equals(answered) && !answered.isEmpty() && SNAPSHOT.matcher(asked).matches()
                && !asked.replace("gpt-35", "gpt-3.5").equals(answered.replace("gpt-35", "gpt-3.5"));
    }
}
