package dev.parley.spend;

import java.util.Locale;

public enum Purpose {
    CHAT,
    /** A question rewritten to be self-contained. */
    REWRITE,
    /** A summary for a handoff. */
    SUMMARY,
    /** Proposed wordings of an FAQ entry. */
    WORDINGS,
    /** A message translated for an agent. */
    TRANSLATION, EMBEDDING, MODERATION,
    /** A transcribed recording. */
    AUDIO,
    /** An FAQ entry as the answer; no model was paid. */
    FAQ;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
