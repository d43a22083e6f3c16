package dev.parley.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.language.SentenceRules;
import dev.parley.platform.Checked;
import dev.parley.platform.ParleyException;
import dev.parley.tenant.WidgetSettings;
import org.jspecify.annotations.Nullable;

/** Complete settings; a client can change the answer and send it back. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonIgnoreProperties({"tenant", "default_retention_hours"})
public record WidgetSettingsRequest(
        @Nullable String shop,
        @Nullable String botName,
        @Nullable String greeting,
        @Nullable List<@Nullable String> starters,
        @Nullable String accent,
        @Nullable String locale,
        @Nullable String assistantNotice,
        @Nullable String handoffHint,
        @Nullable String tone,
        @Nullable List<@Nullable String> allowedOrigins,
        @Nullable Integer retentionHours,
        @Nullable Map<String, @Nullable Map<String, @Nullable String>> sentences) {

    WidgetSettings wanted() {
        return new WidgetSettings(Checked.required(shop, "shop"), Checked.required(botName, "bot_name"),
                Checked.required(greeting, "greeting"), all(starters, "starters"),
                Checked.required(accent, "accent"), Checked.required(locale, "locale"),
                Checked.required(assistantNotice, "assistant_notice"), Checked.required(handoffHint, "handoff_hint"),
                tone, all(allowedOrigins, "allowed_origins"), retentionHours,
                sentences == null ? null : checked(sentences));
    }

    /** By language and key. */
    static Map<String, Map<String, String>> checked(Map<String, @Nullable Map<String, @Nullable String>> typed) {
        Map<String, Map<String, String>> own = new HashMap<>();
        typed.forEach((language, texts) -> own.put(language, texts(texts)));
        SentenceRules.require(own);
        return own;
    }

    private static Map<String, String> texts(@Nullable Map<String, @Nullable String> typed) {
        if (typed == null) {
            throw ParleyException.field("sentences", "bad_sentences", "has texts by key in each language.");
        }
        Map<String, String> texts = new HashMap<>();
        typed.forEach((key, text) -> texts.put(key, Checked.required(text, "sentences")));
        return texts;
    }

    private static List<String> all(@Nullable List<@Nullable String> texts, String field) {
        if (texts == null) {
            throw ParleyException.field(field, "field_missing", "must be a list of strings.");
        }
        return texts.stream().map(text -> Checked.required(text, field)).toList();
    }
}
