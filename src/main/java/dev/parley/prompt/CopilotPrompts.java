package dev.parley.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.parley.platform.ParleyException;
import dev.parley.prompt.PromptMessage.Role;

@ApplicationScoped
public class CopilotPrompts {
    private final PromptTexts texts;
    private final TokenCounter tokens;

    @Inject
    CopilotPrompts(PromptTexts texts, TokenCounter tokens) {
        this.texts = texts;
        this.tokens = tokens;
    }

    /** Keeps the latest messages that fit. Fails if the text does not fit: half a translation is useless. */
    public Prompt assemble(CopilotInput input, TokenBudget budget) {
        PromptMessage system = new PromptMessage(Role.SYSTEM,
                texts.copilot(PromptAssembler.harmless(input.shop()), input.task(), input.request()));
        List<String> entries = new ArrayList<>();
        for (Passage passage : input.passages()) {
            entries.add(PromptAssembler.entry(entries.size() + 1, passage));
        }
        String text = input.text() == null ? null : Fence.around("text", input.text());
        FreeTokens room = new FreeTokens(budget.window() - budget.answer());
        String fixed = texts.copilotMaterial(entries, List.of(), text);
        if (!room.take(TokenCounter.PER_PROMPT + 2 * TokenCounter.PER_MESSAGE + tokens.count(system.text())
                + tokens.count(fixed))) {
            throw new ParleyException(ParleyException.Kind.UNPROCESSABLE, "text_too_long",
                    "The text does not fit into the model's window. Have it done in parts.");
        }
        List<String> lines = newest(input.thread(), room, tokens);
        PromptMessage material = new PromptMessage(Role.USER, texts.copilotMaterial(entries, lines, text));
        return new Prompt(List.of(system, material), room.taken(), budget.answer(), input.passages());
    }

    static List<String> newest(List<PastMessage> thread, FreeTokens room, TokenCounter tokens) {
        List<String> lines = new ArrayList<>();
        for (PastMessage past : thread.reversed()) {
            String line = line(past);
            if (!room.take(tokens.lines(line))) {
                break;
            }
            lines.add(line);
        }
        return lines.reversed();
    }

    /** The English name of a language; English for an invalid tag. */
    static String nameOf(String tag) {
        String name = Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
        return name.isEmpty() ? "English" : name;
    }

    private static String line(PastMessage past) {
        String who = switch (past.author()) {
            case VISITOR -> "visitor";
            case BOT -> "assistant";
            case AGENT -> "colleague";
        };
        String text = past.author() == PastMessage.Author.BOT ? PromptAssembler.uncited(past.text()) : past.text();
        return Fence.around(who, MailAddresses.masked(text));
    }
}
