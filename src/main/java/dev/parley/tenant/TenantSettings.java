package dev.parley.tenant;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * A shop's settings, stored as JSON. {@code accent} is `#rrggbb`; {@code starters} are offered before the first
 * message; {@code tone} is for the model; {@code sentences} are by language and key.
 */
@JsonNaming(SnakeCaseStrategy.class)
public record TenantSettings(
        String botName,
        String greeting,
        List<String> starters,
        String accent,
        String locale,
        String assistantNotice,
        String handoffHint,
        @Nullable String tone,
        List<String> allowedOrigins,
        @Nullable Budget budget,
        Map<String, Map<String, String>> sentences,
        VoiceSettings voice) {
    public TenantSettings {
        // Absent in settings stored by older versions.
        sentences = Objects.requireNonNullElse(sentences, Map.of());
        voice = Objects.requireNonNullElse(voice, VoiceSettings.OFF);
    }

    public Budget ownBudget() {
        return budget == null ? Budget.NONE : budget;
    }

    public TenantSettings(String botName, String greeting, List<String> starters, String accent, String locale,
            String assistantNotice, String handoffHint, @Nullable String tone, List<String> allowedOrigins,
            @Nullable Budget budget, Map<String, Map<String, String>> sentences) {
        this(botName, greeting, starters, accent, locale, assistantNotice, handoffHint, tone, allowedOrigins, budget,
                sentences, VoiceSettings.OFF);
    }
}
