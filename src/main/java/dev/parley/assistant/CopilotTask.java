package dev.parley.assistant;

import java.util.Locale;

public enum CopilotTask {
    /** The next answer to the visitor, from the FAQ and the conversation. */
    DRAFT,
    SUMMARY,
    /** The agent's text in another tone. */
    TONE,
    TRANSLATE;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True if it works on a text rather than on the conversation. */
    public boolean needsText() {
        return this == TONE || this == TRANSLATE;
    }
}
