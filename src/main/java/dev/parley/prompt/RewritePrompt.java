package dev.parley.prompt;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.prompt.PromptMessage.Role;
import org.jspecify.annotations.Nullable;

/** Asks a model to combine the open messages into one question to search for, and parses the reply. */
@ApplicationScoped
public class RewritePrompt {
    public static final int ANSWER_TOKENS = 100;
    public static final String SCHEMA = """
            {"type":"object","properties":{"question":{"type":"string"},"language":{"type":"string"}},\
            "required":["question","language"],"additionalProperties":false}""";
    /** Messages; visitors seldom refer further back. */
    private static final int REMEMBERED = 6;
    /** Keeps the call fast and cheap. */
    private static final int MAX_TOKENS = 1_500;
    private static final int LONGEST = 300;
    private static final Pattern AROUND = Pattern
            .compile("^(?i:question|standalone question)\\s*:\\s*|^[\"“”„'`*]+|[\"“”'`*]+$");
    private static final Pattern FENCED = Pattern.compile("(?s)^```(?:json)?\\s*(.*?)\\s*```$");
    /** A model's refusal must not be searched for. */
    private static final Pattern REFUSAL = Pattern.compile(
            "(?i)^(?:(?:i['’]?m |i am |we are )?(?:very |so )?sorry\\b|i (?:cannot|can['’]?t|can not|won['’]?t|am unable|am not able|do not know|don['’]?t know)\\b"
                    + "|as an ai\\b|unfortunately\\b|(?:es )?tut mir leid|leider\\b|ich kann (?:das |dir |ihnen )?nicht|je suis désolé|désolé|je ne peux pas"
                    + "|lo siento|no puedo\\b|mi dispiace|non posso\\b|desculpe|não posso|het spijt me|przepraszam|抱歉|对不起|很抱歉|申し訳|죄송).*");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    private final PromptTexts texts;
    private final TokenCounter tokens;
    private final OpenQuestions openQuestions;

    @Inject
    RewritePrompt(PromptTexts texts, TokenCounter tokens) {
        this.texts = texts;
        this.tokens = tokens;
        this.openQuestions = new OpenQuestions(tokens);
    }

    /** A self-contained question. {@code language} is the visitor's, ISO 639; null if the model gave none. */
    public record Rewritten(String question, @Nullable String language) {}

    /** Empty if the model's window is too small. */
    public Optional<Prompt> assemble(RewriteInput input, int window) {
        FreeTokens room = new FreeTokens(Math.min(window - ANSWER_TOKENS, MAX_TOKENS));
        String page = PromptAssembler.page(input.page());
        String rules = texts.rewrite(HarmlessText.of(input.shop()).replace('\n', ' '),
                CopilotPrompts.nameOf(input.language()));
        if (!room.take(TokenCounter.PER_PROMPT + 2 * TokenCounter.PER_MESSAGE + tokens.countShopText(rules)
                + tokens.count(texts.rewriteMaterial(List.of(""), List.of(), page)))
                || room.left() < OpenQuestions.MIN_ROOM) {
            return Optional.empty();
        }
        List<String> questions = openQuestions.within(room.left(),
                input.questions().stream().map(MailAddresses::masked).toList());
        room.take(questions.stream().mapToInt(tokens::lines).sum());
        int from = Math.max(0, input.thread().size() - REMEMBERED);
        List<String> lines = CopilotPrompts.newest(input.thread().subList(from, input.thread().size()), room, tokens);
        return Optional.of(new Prompt(List.of(new PromptMessage(Role.SYSTEM, rules),
                new PromptMessage(Role.USER, texts.rewriteMaterial(lines, questions, page))), room.taken(),
                ANSWER_TOKENS,
                List.of()));
    }

    /** Parses JSON, or plain text from servers without structured output. Empty if it is no question. */
    public static Optional<Rewritten> read(String said) {
        String text = FENCED.matcher(said.strip()).replaceFirst("$1").strip();
        if (!text.startsWith("{")) {
            return question(text.indexOf('\n') < 0 ? text : "").map(question -> new Rewritten(question, null));
        }
        JsonNode json = ModelWords.json(text);
        String language = json.path("language").asText();
        return question(json.path("question").asText())
                .map(question -> new Rewritten(question, LANGUAGE.matcher(language).matches() ? language : null));
    }

    static boolean isRefusal(String text) {
        return REFUSAL.matcher(text).matches();
    }

    private static Optional<String> question(String text) {
        String line = ModelWords.line(HarmlessText.of(text), LONGEST + 2);
        String bare = AROUND.matcher(AROUND.matcher(line).replaceAll("").strip()).replaceAll("").strip();
        boolean usable = bare.length() <= LONGEST && bare.codePoints().anyMatch(Character::isLetter)
                && !isRefusal(bare) && StructuredEnd.ofText(bare) == null;
        return usable ? Optional.of(bare) : Optional.empty();
    }
}
