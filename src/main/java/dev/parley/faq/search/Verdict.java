package dev.parley.faq.search;

import java.util.Locale;

public enum Verdict {
    ANSWER,
    /** The nearest entry, but below the shop's score floor: say so and offer a person. */
    WEAK,
    /** About another subject: not even shown to the model. */
    FAR;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
