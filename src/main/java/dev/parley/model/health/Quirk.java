package dev.parley.model.health;

import java.util.Locale;

import dev.parley.model.ChatRequest;
import dev.parley.model.Dialect;

public enum Quirk {
    NO_FUNCTIONS("takes no functions"),
    MAX_COMPLETION_TOKENS("wants max_completion_tokens"),
    MAX_TOKENS("wants max_tokens"),
    NO_LIMIT("takes no limit of tokens"),
    NO_TEMPERATURE("takes no temperature"),
    NO_SYSTEM_ROLE("takes no system role"),
    TAKING_TURNS("wants user and assistant to take turns"),
    NO_STREAM("does not stream"),
    NO_STREAM_OPTIONS("takes no stream_options"),
    NO_STORE("takes no store"),
    NO_SAFETY_IDENTIFIER("takes no safety_identifier"),
    /** It used up an answer for reasoning; asked to reason less. */
    THINKS_LONG("thinks until its limit: allow it longer answers, or take a model that thinks less"),
    NO_REASONING_EFFORT("takes no reasoning_effort"),
    NO_JSON_SCHEMA("writes JSON to no schema"),
    NO_RESPONSE_FORMAT("takes no response_format"),
    /** Observed: the server drops the opening mark of reasoning. */
    UNMARKED_THOUGHTS("thinks aloud, so that its answers come whole"),
    PLAIN_TRANSCRIPTS("writes transcripts without times"),
    NO_TRANSLATIONS("does not translate what it hears"),
    NO_PROMPT("takes no prompt with a recording"),
    NO_LANGUAGE("takes no language with a recording");

    private final String words;

    Quirk(String words) {
        this.words = words;
    }

    /** A stable code such as {@code max_completion_tokens} or {@code no_functions}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Completes the sentence "this model …". */
    public String words() {
        return words;
    }

    ChatRequest fit(ChatRequest request) {
        return switch (this) {
            case NO_FUNCTIONS -> request.withoutTools();
            case NO_SYSTEM_ROLE -> request.with(Roles.withoutSystem(request.messages()));
            case TAKING_TURNS -> request.with(Roles.takingTurns(request.messages()));
            case NO_JSON_SCHEMA -> request.format() == null ? request : request.writing(request.format().asObject());
            case NO_RESPONSE_FORMAT -> request.writing(null);
            default -> request;
        };
    }

    Dialect fit(Dialect usual) {
        return switch (this) {
            case MAX_COMPLETION_TOKENS -> usual.limitedBy(Dialect.MaxTokens.MAX_COMPLETION_TOKENS);
            case MAX_TOKENS -> usual.limitedBy(Dialect.MaxTokens.MAX_TOKENS);
            case NO_LIMIT -> usual.limitedBy(Dialect.MaxTokens.NONE);
            case NO_TEMPERATURE -> usual.withoutTemperature();
            case NO_STREAM -> usual.whole();
            case NO_STREAM_OPTIONS -> usual.uncounted();
            case NO_STORE -> usual.withoutStore();
            case NO_SAFETY_IDENTIFIER -> usual.withoutSafetyIdentifier();
            case THINKS_LONG -> usual.thinkingLess();
            case NO_REASONING_EFFORT -> usual.withoutEffort();
            case NO_FUNCTIONS, NO_SYSTEM_ROLE, TAKING_TURNS, NO_JSON_SCHEMA, NO_RESPONSE_FORMAT, UNMARKED_THOUGHTS,
                    PLAIN_TRANSCRIPTS, NO_TRANSLATIONS, NO_PROMPT, NO_LANGUAGE ->
                usual;
        };
    }
}
