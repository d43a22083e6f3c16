package dev.parley.conversation.attachment;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * What a message shows of the recording that it goes with.
 *
 * @param heard what was heard in it, where the visitor sent something else
 * @param language that is spoken, as a tag; null where nobody could say
 * @param peaks how loud it is, piece by piece, in digits
 * @param available whether its sound can still be had
 * @param translation for an agent who reads another language; null for everybody else
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Recording(UUID id, double seconds, @Nullable String heard, @Nullable String language,
        @Nullable String peaks, boolean available, @Nullable Translation translation) {

    /** The message in another language, by a machine. */
    public record Translation(String language, String text) {}

    /** A recording as it is sent. {@code until}: when its sound goes; null: it was not kept. */
    public record Sent(UUID id, double seconds, @Nullable String heard, @Nullable String language,
            @Nullable String peaks, @Nullable Instant until) {
        /** The same beside the text that the visitor sends: what is said already is not said twice. */
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
