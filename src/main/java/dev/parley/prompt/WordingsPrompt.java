package dev.parley.prompt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.prompt.PromptMessage.Role;

/** Asks a model for other wordings of an entry's question, and parses the reply. */
@ApplicationScoped
public class WordingsPrompt {
    public static final int MAX_WORDINGS = 10;
    /** For ten questions of up to forty tokens each. */
    public static final int ANSWER_TOKENS = 500;
    public static final String SCHEMA = """
            {"type":"object","properties":{"wordings":{"type":"array","items":{"type":"string"}}},\
            "required":["wordings"],"additionalProperties":false}""";
    private static final int MAX_TOKENS = 2_000;
    /** In characters; the beginning tells what the entry is about. */
    private static final int MAX_OF_THE_ANSWER = 1_500;
    private static final int KNOWN = 30;
    private static final int LONGEST = 200;
    private static final Pattern FENCED = Pattern.compile("(?s)^```(?:json)?\\s*(.*?)\\s*```$");
    private static final Pattern LIST_MARK = Pattern.compile("^(?:[-*•–]|\\(?\\d{1,2}[.):])\\s+");
    private static final Pattern QUOTES = Pattern.compile("^[\"“”„'`*]+|[\"“”'`*,]+$");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private final PromptTexts texts;
    private final TokenCounter tokens;

    @Inject
    WordingsPrompt(PromptTexts texts, TokenCounter tokens) {
        this.texts = texts;
        this.tokens = tokens;
    }

    /** Empty if the model's window is too small. */
    public Optional<Prompt> assemble(WordingsInput input, int window) {
        String rules = texts.wordings(HarmlessText.of(input.shop()).replace('\n', ' '),
                CopilotPrompts.nameOf(input.language()), MAX_WORDINGS);
        FreeTokens room = new FreeTokens(Math.min(window - ANSWER_TOKENS, MAX_TOKENS));
        if (!room.take(TokenCounter.PER_PROMPT + 2 * TokenCounter.PER_MESSAGE + tokens.countShopText(rules))) {
            return Optional.empty();
        }
        int answer = Math.min(MAX_OF_THE_ANSWER, input.answer().length());
        for (int known = Math.min(KNOWN, input.known().size()); known >= 0; known = known == 0 ? -1 : known / 2) {
            String material = material(input, answer, known);
            if (room.take(tokens.count(material))) {
                return Optional.of(new Prompt(List.of(new PromptMessage(Role.SYSTEM, rules),
                        new PromptMessage(Role.USER, material)), room.taken(), ANSWER_TOKENS, List.of()));
            }
        }
        return Optional.empty();
    }

    private String material(WordingsInput input, int answer, int known) {
        String entry = Fence.around("entry", "Question: " + input.question() + "\nAnswer: "
                + input.answer().substring(0, answer));
        return texts.wordingsMaterial(entry,
                known == 0 ? null : Fence.around("wordings", String.join("\n", input.known().subList(0, known))));
    }

    /** New wordings, each once. Parses JSON, or a plain list from servers without structured output. */
    public static List<String> read(String said, WordingsInput input) {
        Map<String, String> found = new LinkedHashMap<>();
        String text = FENCED.matcher(said.strip()).replaceFirst("$1").strip();
        for (String each : text.startsWith("{") || text.startsWith("[") ? inJson(text) : inLines(text)) {
            String wording = wording(each);
            if (isUsable(wording)) {
                found.putIfAbsent(same(wording), wording);
            }
        }
        found.remove(same(input.question()));
        input.known().forEach(known -> found.remove(same(known)));
        return found.values().stream().limit(MAX_WORDINGS).toList();
    }

    private static List<String> inJson(String text) {
        JsonNode json = ModelWords.json(text);
        List<String> found = new ArrayList<>();
        for (JsonNode each : json.isArray() ? json : json.path("wordings")) {
            if (each.isTextual()) {
                found.add(each.asText());
            }
        }
        return found;
    }

    /** The first line may announce the list; a single sentence is no list. */
    private static List<String> inLines(String text) {
        List<String> marked = text.lines().map(String::strip).filter(line -> LIST_MARK.matcher(line).find()).toList();
        return marked.size() > 1 ? marked : List.of();
    }

    private static String wording(String said) {
        String line = LIST_MARK.matcher(HarmlessText.of(said).replace('\n', ' ').strip()).replaceFirst("");
        return QUOTES.matcher(line).replaceAll("").strip();
    }

    private static boolean isUsable(String wording) {
        return wording.length() <= LONGEST && wording.codePoints().anyMatch(Character::isLetter)
                && !RewritePrompt.isRefusal(wording) && StructuredEnd.ofText(wording) == null;
    }

    private static String same(String wording) {
        String words = NO_LETTERS.matcher(wording.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
        return words.isEmpty() ? wording : words;
    }
}
