package dev.parley.widget;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * A session.
 *
 * @param locale the language for this visitor
 * @param conversation the visitor's latest; absent for a new visitor
 */
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
