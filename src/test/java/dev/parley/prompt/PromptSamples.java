package dev.parley.prompt;

import java.util.List;
import java.util.UUID;

import dev.parley.prompt.PastMessage.Author;

/** A small shop with a conversation. */
final class PromptSamples {
    static final ShopFacts SHOP = new ShopFacts("Alder & Finch", "Finch", "People answer from 9 to 5.",
            "Say \"you\", never \"thou\".");
    static final Passage RETURNS = passage(1, "How long can I return shoes?",
            "You have **30 days** from delivery.\n\nShoes must be unworn. Print a label at <https://shop.example/returns>.",
            0.91);
    static final Passage LABEL = passage(2, "Where is the return label?", "In the box, under the shoes.", 0.74);
    static final TokenBudget WIDE = new TokenBudget(16_385, 800);

    private PromptSamples() {}

    static Passage passage(int id, String question, String answer, double score) {
        return new Passage(new UUID(0, id), question, answer, "https://shop.example/faq#" + id, score);
    }

    static PastMessage visitor(String text) {
        return new PastMessage(Author.VISITOR, text);
    }

    static PastMessage bot(String text) {
        return new PastMessage(Author.BOT, text);
    }

    static PastMessage agent(String text) {
        return new PastMessage(Author.AGENT, text);
    }

    static PromptInput asked(List<Passage> passages, List<PastMessage> history, String... questions) {
        return new PromptInput(SHOP, passages, history, List.of(questions), null, null, false);
    }

    /** The whole prompt as one text, in the format of the golden files. */
    static String asText(Prompt prompt) {
        StringBuilder text = new StringBuilder();
        prompt.messages().forEach(message -> text.append("===== ").append(message.role()).append('\n')
                .append(message.text()).append('\n'));
        return text.toString();
    }
}
