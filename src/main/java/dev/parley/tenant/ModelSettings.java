package dev.parley.tenant;

import java.util.List;
import java.util.stream.Stream;

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
 * @param speech those that hear recordings, asked in this order; empty: the operator's
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ModelSettings(List<LaneSettings> lanes, @Nullable String stayIn,
        @Nullable ModerationSettings moderation, List<LaneSettings> speech) {
    public static final ModelSettings NONE = new ModelSettings(List.of(), null, null);

    /** Settings that were stored before there was speech have none. */
    public ModelSettings(List<LaneSettings> lanes, @Nullable String stayIn, @Nullable ModerationSettings moderation,
            @Nullable List<LaneSettings> speech) {
        this.lanes = List.copyOf(lanes);
        this.stayIn = stayIn;
        this.moderation = moderation;
        this.speech = speech == null ? List.of() : List.copyOf(speech);
    }

    public ModelSettings(List<LaneSettings> lanes, @Nullable String stayIn, @Nullable ModerationSettings moderation) {
        this(lanes, stayIn, moderation, List.of());
    }

    /** All of the shop's own, whatever they are asked for. */
    public List<LaneSettings> all() {
        return Stream.concat(lanes.stream(), speech.stream()).toList();
    }

    /** Another one after every change. */
    public String etag() {
        return Etag.of(all().stream().map(LaneSettings::whole).toList() + " " + lanes.size() + " " + stayIn + " "
                + moderation);
    }

    public ModerationSettings moderationOrOff() {
        return moderation == null ? ModerationSettings.OFF : moderation;
    }
}
