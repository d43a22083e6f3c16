package dev.parley.tenant;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * What a shop may set about its chat; stored as JSON with the tenant.
 *
 * @param accent a colour, `#rrggbb`
 * @param starters questions offered before the first message
 * @param handoffHint how and when a person is reached, in the shop's words
 * @param tone what the model is told of the shop's voice
 * @param allowedOrigins origins of the shop's pages, see {@link AllowedOrigins}
 * @param budget what its models may cost; null: the service's default
 * @param sentences what it says in its own words, by language and by the sentence's key
 * @param voice whether visitors may speak
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
        // Shops that were stored before they could set it.
        sentences = Objects.requireNonNullElse(sentences, Map.of());
        voice = Objects.requireNonNullElse(voice, VoiceSettings.OFF);
    }

    /** What the shop itself has set. */
    public Budget ownBudget() {
        return budget == null ? Budget.NONE : budget;
    }

    /** Without voice. */
    public TenantSettings(String botName, String greeting, List<String> starters, String accent, String locale,
            String assistantNotice, String handoffHint, @Nullable String tone, List<String> allowedOrigins,
            @Nullable Budget budget, Map<String, Map<String, String>> sentences) {
        this(botName, greeting, starters, accent, locale, assistantNotice, handoffHint, tone, allowedOrigins, budget,
                sentences, VoiceSettings.OFF);
    }
}
