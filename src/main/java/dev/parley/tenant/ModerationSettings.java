package dev.parley.tenant;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * Moderation by the first lane that supports it.
 *
 * @param in check visitors' questions before a model reads them
 * @param out check answers once written, and retract them if needed
 * @param passWhenDown continue unchecked if no server can check; otherwise questions get FAQ entries and written text
 * is retracted
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ModerationSettings(boolean in, boolean out, boolean passWhenDown) {
    public static final ModerationSettings OFF = new ModerationSettings(false, false, false);
}
