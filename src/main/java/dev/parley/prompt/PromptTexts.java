package dev.parley.prompt;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Templates of prompts. Inserted texts fill whole lines, which {@link TokenCounter#lines} relies on. */
interface PromptTexts {
    /** Starts with what all shops share, so that a model server can cache it. */
    String system(ShopFacts shop);

    /** Follows the rules; everything but {@code locale} is fenced. */
    String entries(List<String> entries, @Nullable String locale, @Nullable String page);

    String rewrite(String shop, String language);

    /** Everything is fenced. */
    String rewriteMaterial(List<String> lines, List<String> questions, @Nullable String page);

    String wordings(String shop, String language, int most);

    /** Everything is fenced. */
    String wordingsMaterial(String entry, @Nullable String known);

    /** {@code wish} is ours or validated. */
    String copilot(ShopFacts shop, String task, String request);

    /** Everything is fenced. */
    String copilotMaterial(List<String> entries, List<String> lines, @Nullable String text);
}
