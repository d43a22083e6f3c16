package dev.parley.prompt;

/**
 * Delimiters around data. Fixed rather than random, so that prompts are comparable and cacheable. Safe because
 * {@link HarmlessText} removes anything that looks like one.
 */
final class Fence {
    private Fence() {}

    static String around(String name, String data) {
        return "<<<" + name + ">>>\n" + HarmlessText.of(data) + "\n<<<end " + name + ">>>";
    }
}
