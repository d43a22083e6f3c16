package dev.parley.language;

import org.jspecify.annotations.Nullable;

public interface ShopSentences {
    /** In the language that {@link #spoken} gives. {@code value} is never read as a template. */
    String say(Sentence sentence, @Nullable Language wanted, String value);

    default String say(Sentence sentence, @Nullable Language wanted) {
        return say(sentence, wanted, "");
    }

    /** The wanted language if available, else the shop's, else English. */
    Language spoken(@Nullable Language wanted);
}
