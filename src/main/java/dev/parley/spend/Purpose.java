package dev.parley.spend;

import java.util.Locale;

public enum Purpose {
    CHAT,
    /** A question rewritten to be self-contained. */
    REWRITE,
    SUMMARY,
    WORDINGS,
    TRANSLATION,
    EMBEDDING,
    MODERATION,
    AUDIO,
    /** An FAQ entry as the answer; no model was paid. */
    FAQ;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
