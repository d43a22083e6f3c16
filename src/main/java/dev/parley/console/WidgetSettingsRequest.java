package dev.parley.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

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
        @NotBlank String shop,
        @NotBlank String botName,
        @NotBlank String greeting,
        @NotNull(message = "must be a list of strings.") List<@Nullable String> starters,
        @NotBlank String accent,
        @NotBlank String locale,
        @NotBlank String assistantNotice,
        @NotBlank String handoffHint,
        @Nullable String tone,
        @NotNull(message = "must be a list of strings.") List<@Nullable String> allowedOrigins,
        @Nullable Integer retentionHours,
        @Nullable Map<String, @Nullable Map<String, @Nullable String>> sentences) {

    WidgetSettings wanted() {
        return new WidgetSettings(shop, botName,
                greeting, all(starters, "starters"),
                accent, locale,
                assistantNotice, handoffHint,
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

    private static List<String> all(List<@Nullable String> texts, String field) {
        return texts.stream().map(text -> Checked.required(text, field)).toList();
    }
}
