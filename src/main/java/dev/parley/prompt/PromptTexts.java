package dev.parley.prompt;

import org.jspecify.annotations.Nullable;

/** The fixed wording around what varies. */
interface PromptTexts {
    String system(ShopFacts shop);

    /** The last message: {@code entries} and {@code questions} are already fenced. */
    String question(String entries, String questions, @Nullable String locale, @Nullable String page);
}
