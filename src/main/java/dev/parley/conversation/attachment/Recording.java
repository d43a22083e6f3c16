package dev.parley.conversation.attachment;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * A recording in a message.
 *
 * @param heard the transcript, if the visitor sent other text
 * @param peaks volume per interval, in digits
 * @param available audio still exists
 * @param translation for an agent, else null
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Recording(UUID id, double seconds, @Nullable String heard, @Nullable String language,
        @Nullable String peaks, boolean available, @Nullable Translation translation) {

    /** A machine translation. */
    public record Translation(String language, String text) {}

    /** {@code until}: end of the audio; null: not kept. */
    public record Sent(UUID id, double seconds, @Nullable String heard, @Nullable String language,
            @Nullable String peaks, @Nullable Instant until) {
        /** Drops a transcript equal to the text. */
        public Sent beside(String text) {
            return heard == null || !heard.strip().equals(text.strip())
                    ? this
                    : new Sent(id, seconds, null, language, peaks, until);
        }

        Recording shownAt(Instant now) {
            return new Recording(id, seconds, heard, language, peaks, until != null && now.isBefore(until), null);
        }
    }

    public Recording translated(@Nullable Translation into) {
        return new Recording(id, seconds, heard, language, peaks, available, into);
    }
}
