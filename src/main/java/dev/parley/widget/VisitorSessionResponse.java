package dev.parley.widget;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A session. {@code locale} is chosen for this visitor; {@code conversation} is the latest, absent for a new visitor.
 */
@Schema(examples = """
        {"token": "eyJ…", "visitor": "018f3b5e-7c1a-7000-8000-000000000005",
         "expires_at": "2026-12-23T10:00:00Z", "locale": "en", "settings": {"shop": "Alder & Pine",
         "bot_name": "Juniper", "greeting": "Hello!", "starters": [], "accent": "#2f6f5e", "locale": "en",
         "assistant_notice": "You are talking to an AI assistant.", "mode": "model",
         "max_message_chars": 10000}}""")
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VisitorSessionResponse(
        String token,
        UUID visitor,
        Instant expiresAt,
        String locale,
        @Nullable UUID conversation,
        Settings settings) {

    /** {@code mode} is `model`, or `faq_only` without a model; without `voice` there are no recordings. */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Settings(
            String shop,
            String botName,
            String greeting,
            List<String> starters,
            String accent,
            String locale,
            String assistantNotice,
            String mode,
            int maxMessageChars,
            @Nullable VoiceLimit voice) {}

    /** Maximum length, and how long audio is kept, also by the browser. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record VoiceLimit(int maxSeconds, int keepHours) {}
}
