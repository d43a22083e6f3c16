package dev.parley.spend;

import java.util.Locale;

/** What a ledger row was for: the {@code kind} of usage reports. */
public enum Purpose {
    /** An answer written by a model. */
    CHAT,
    /** A question put anew so that it can be understood alone. */
    REWRITE,
    /** A conversation summed up for the agent who takes it over. */
    SUMMARY,
    /** Other wordings of an FAQ entry, proposed to the shop. */
    WORDINGS,
    /** A visitor's message in the language that an agent reads. */
    TRANSLATION, EMBEDDING, MODERATION,
    /** A recording heard. */
    AUDIO,
    /** An answer in the FAQ's own words; no model was paid. */
    FAQ;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
