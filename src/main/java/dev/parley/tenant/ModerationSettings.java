package dev.parley.tenant;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * Whether harmful texts are looked for, by the server of the shop's first lane that can.
 *
 * @param in what visitors ask is checked before a model reads it
 * @param out what a model writes is checked once it is written, and taken back if need be
 * @param passWhenDown goes on unchecked when nobody can check; otherwise questions get the FAQ's own words and written text is taken back
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ModerationSettings(boolean in, boolean out, boolean passWhenDown) {
    public static final ModerationSettings OFF = new ModerationSettings(false, false, false);
}
