package dev.parley.tenant;

import java.util.List;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.platform.Etag;
import org.jspecify.annotations.Nullable;

/**
 * The models that write a shop's answers; stored as JSON with the tenant.
 *
 * @param lanes asked in this order; empty: the operator's
 * @param stayIn the region that no question may leave; null: there is none
 * @param moderation null: off
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ModelSettings(List<LaneSettings> lanes, @Nullable String stayIn,
        @Nullable ModerationSettings moderation) {
    public static final ModelSettings NONE = new ModelSettings(List.of(), null, null);

    public ModelSettings {
        lanes = List.copyOf(lanes);
    }

    /** Another one after every change. */
    public String etag() {
        return Etag.of(lanes.stream().map(LaneSettings::whole).toList() + " " + stayIn + " " + moderation);
    }

    public ModerationSettings moderationOrOff() {
        return moderation == null ? ModerationSettings.OFF : moderation;
    }
}
