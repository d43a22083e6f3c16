package dev.parley.tenant;

/**
 * How an agent wants the console to behave, wherever it is opened; stored as JSON.
 *
 * @param keys single keys are commands
 * @param sound something new is heard
 * @param notifications something new is told by the desktop
 */
public record Preferences(boolean keys, boolean sound, boolean notifications) {
    static final Preferences DEFAULT = new Preferences(true, true, false);
}
