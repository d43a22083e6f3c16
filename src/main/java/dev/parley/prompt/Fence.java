package dev.parley.prompt;

/** Fixed delimiters around data, so that prompts are cacheable; {@link HarmlessText} removes imitations. */
final class Fence {
    private Fence() {}

    static String around(String name, String data) {
        return "<<<" + name + ">>>\n" + HarmlessText.of(data) + "\n<<<end " + name + ">>>";
    }
}
