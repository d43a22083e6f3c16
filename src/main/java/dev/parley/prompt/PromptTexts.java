package dev.parley.prompt;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** The fixed wording around what varies. Each placed text fills lines of its own, which {@link TokenCounter#lines} relies on. */
interface PromptTexts {
    /** What stays the same for all shops comes first, so that a model server can keep it. */
    String system(ShopFacts shop);

    /** Follows the rules; all but {@code locale} is fenced already. */
    String entries(List<String> entries, @Nullable String locale, @Nullable String page);

    /** What whoever puts a question anew must heed. */
    String rewrite(String shop, String language);

    /** What the question is made of; all of it is fenced already. */
    String rewriteMaterial(List<String> lines, List<String> questions, @Nullable String page);

    /** What whoever proposes wordings must heed. */
    String wordings(String shop, String language, int most);

    /** The entry that they are for; all of it is fenced already. */
    String wordingsMaterial(String entry, @Nullable String known);

    /** What an agent's helper must heed; the wish is ours, or checked. */
    String copilot(ShopFacts shop, String task, String wish);

    /** What it works on; all of it is fenced already. */
    String copilotMaterial(List<String> entries, List<String> lines, @Nullable String text);
}
