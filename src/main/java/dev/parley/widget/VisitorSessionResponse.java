package dev.parley.widget;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * A session: the token for the socket's first frame, and the shop's settings.
 *
 * @param locale in which the visitor is spoken to
 * @param conversation the one that the visitor was last in; absent for a new visitor
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

    /** What the widget shows; the mode is `model`, or `faq_only` when there is no model to write answers; without `voice` visitors type. */
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

    /** How long a recording may last, and how long its sound is kept, by the visitor's browser too. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record VoiceLimit(int maxSeconds, int keepHours) {}
}
