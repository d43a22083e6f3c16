package dev.parley.prompt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.parley.platform.ParleyException;
import dev.parley.prompt.PromptMessage.Role;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class PromptAssembler {
    private static final Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}");
    private static final int PAGE_CHARACTERS = 200;
    /** Numbers of earlier citations refer to entries of an earlier prompt. */
    private static final Pattern CITATION = Pattern.compile("\\s?\\[\\d{1,3}]");

    private final PromptTexts texts;
    private final TokenCounter tokens;
    private final OpenQuestions openQuestions;

    @Inject
    PromptAssembler(PromptTexts texts, TokenCounter tokens) {
        this.texts = texts;
        this.tokens = tokens;
        this.openQuestions = new OpenQuestions(tokens);
    }

    /**
     * Adds while there is room: rules and shop, open questions, entries from the best down, history from the newest
     * back. An entry is whole or absent; the history has no gaps. Rules, shop and entries form the system message, most
     * stable first; the user role has only the visitor's words.
     */
    public Prompt assemble(PromptInput input, TokenBudget budget) {
        FreeTokens room = new FreeTokens(budget.window() - budget.answer());
        String page = page(input.page());
        String locale = locale(input.locale());
        String rules = rules(input);
        if (!room.take(TokenCounter.PER_PROMPT + 2 * TokenCounter.PER_MESSAGE + tokens.countShopText(rules)
                + tokens.count(texts.entries(List.of(), locale, page))) || room.left() < OpenQuestions.MIN_ROOM) {
            throw tooSmall(budget);
        }
        String questions = String.join("\n", openQuestions.within(room.left(),
                input.questions().stream().map(MailAddresses::masked).toList()));
        room.take(tokens.count(questions));

        Entries entries = choose(input.passages(), room);
        List<PromptMessage> messages = new ArrayList<>(input.history().size() + 2);
        messages.add(new PromptMessage(Role.SYSTEM, rules + texts.entries(entries.texts, locale, page)));
        messages.addAll(newest(input.history(), room));
        messages.add(new PromptMessage(Role.USER, questions));
        return new Prompt(messages, room.taken(), budget.answer(), entries.used);
    }

    /** Equal for all visitors with one standing. Ends with an empty line; see {@link TokenCounter#lines}. */
    private String rules(PromptInput input) {
        String rules = texts.system(harmless(input.shop()));
        return (input.actions() ? rules + '\n' + ActionPrompt.RULES : rules) + "\n\n";
    }

    private record Entries(List<Passage> used, List<String> texts) {}

    private Entries choose(List<Passage> passages, FreeTokens room) {
        Entries chosen = new Entries(new ArrayList<>(), new ArrayList<>());
        passages.stream().sorted(Comparator.comparingDouble(Passage::score).reversed()).forEachOrdered(passage -> {
            String text = entry(chosen.used.size() + 1, passage);
            if (room.take(tokens.countShopText(text + '\n'))) {
                chosen.used.add(passage);
                chosen.texts.add(text);
            }
        });
        return chosen;
    }

    static String entry(int number, Passage passage) {
        return Fence.around("entry " + number, "Question: " + passage.question() + "\nAnswer: " + passage.answer());
    }

    private List<PromptMessage> newest(List<PastMessage> history, FreeTokens room) {
        List<PromptMessage> taken = new ArrayList<>();
        for (PastMessage past : history.reversed()) {
            PromptMessage message = message(past);
            if (!room.take(size(message))) {
                break;
            }
            taken.add(message);
        }
        return taken.reversed();
    }

    /** An agent's message is not put into the assistant's role: the bot would continue as that person. */
    private static PromptMessage message(PastMessage past) {
        return switch (past.author()) {
            case VISITOR -> new PromptMessage(Role.USER, Fence.around("visitor", MailAddresses.masked(past.text())));
            case AGENT -> new PromptMessage(Role.USER, Fence.around("colleague", MailAddresses.masked(past.text())));
            case BOT ->
                new PromptMessage(Role.ASSISTANT, HarmlessText.of(uncited(past.text())));
        };
    }

    private int size(PromptMessage message) {
        return TokenCounter.PER_MESSAGE + tokens.count(message.text());
    }

    static String uncited(String answer) {
        return CITATION.matcher(answer).replaceAll("");
    }

    static ShopFacts harmless(ShopFacts shop) {
        String wishes = shop.toneOrRules();
        return new ShopFacts(oneLine(shop.shopName()), oneLine(shop.botName()), oneLine(shop.handoffHint()),
                wishes == null || wishes.isBlank() ? null : HarmlessText.of(wishes));
    }

    private static String oneLine(String text) {
        return HarmlessText.of(text).replace('\n', ' ');
    }

    /** Without query and fragment, which may hold tokens and e-mail addresses. */
    static @Nullable String page(@Nullable String page) {
        if (page == null || page.isBlank()) {
            return null;
        }
        String path = page.strip().split("[?#\\s]", 2)[0];
        return Fence.around("page", path.substring(0, Math.min(PAGE_CHARACTERS, path.length())));
    }

    private static @Nullable String locale(@Nullable String locale) {
        return locale != null && LANGUAGE_TAG.matcher(locale).matches() ? locale : null;
    }

    private static ParleyException tooSmall(TokenBudget budget) {
        return new ParleyException(ParleyException.Kind.UNPROCESSABLE, "window_too_small",
                "The model's window of " + budget.window() + " tokens, " + budget.answer()
                        + " of them for the answer, has no room for the rules and a question. Raise parley.prompt.window,"
                        + " lower parley.prompt.answer, or shorten the shop's wishes.");
    }
}
