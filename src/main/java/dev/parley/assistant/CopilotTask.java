package dev.parley.assistant;

import java.util.Locale;

/** What an agent can have written for them. */
public enum CopilotTask {
    /** The next answer to the visitor, from the FAQ and the conversation. */
    DRAFT,
    /** The conversation in short, for a colleague. */
    SUMMARY,
    /** The agent's text in another tone. */
    TONE,
    /** The agent's or the visitor's text in another language. */
    TRANSLATE;

    /** As it is asked for. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is done to a text rather than to the conversation. */
    public boolean needsText() {
        return this == TONE || this == TRANSLATE;
    }
}
