package dev.parley.prompt;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Input of a prompt for an agent. {@code wish} is from our list or a validated tag, because it goes into the system
 * role; {@code thread} is oldest first; {@code text} is untrusted.
 */
public record CopilotInput(ShopFacts shop, String task, String request, List<Passage> passages,
        List<PastMessage> thread, @Nullable String text) {
    public CopilotInput {
        passages = List.copyOf(passages);
        thread = List.copyOf(thread);
    }
}
