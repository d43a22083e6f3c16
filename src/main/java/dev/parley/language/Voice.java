package dev.parley.language;

import org.jspecify.annotations.Nullable;

/** How one shop says Parley's sentences. */
public interface Voice {
    /**
     * The sentence in the language that is {@link #spoken}.
     *
     * @param value what stands in the sentence's place; never read as a template. Empty for a sentence without one
     */
    String say(Sentence sentence, @Nullable Language wanted, String value);

    /** A sentence without a value. */
    default String say(Sentence sentence, @Nullable Language wanted) {
        return say(sentence, wanted, "");
    }

    /** What a visitor who wants this language hears: it if we speak it, else the shop's, else English. Never a third one. */
    Language spoken(@Nullable Language wanted);
}
