package dev.parley.prompt;

/**
 * The marks around data. They are fixed, not random: prompts stay comparable and their beginning cacheable. What makes them safe is that
 * {@link HarmlessText} leaves nothing in the data that is a mark or looks like one.
 */
final class Fence {
    private Fence() {}

    static String around(String name, String data) {
        return "<<<" + name + ">>>\n" + HarmlessText.of(data) + "\n<<<end " + name + ">>>";
    }
}
