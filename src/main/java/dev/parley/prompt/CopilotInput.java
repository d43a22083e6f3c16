package dev.parley.prompt;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * All that a prompt for an agent's draft is made of.
 *
 * @param wish of a tone or a language, from a list of ours or checked to be a tag: it stands in the system role
 * @param thread oldest first
 * @param text to be changed; data, not trusted, as it may be a visitor's
 */
public record CopilotInput(ShopFacts shop, String task, String wish, List<Passage> passages,
        List<PastMessage> thread, @Nullable String text) {
    public CopilotInput {
        passages = List.copyOf(passages);
        thread = List.copyOf(thread);
    }
}
