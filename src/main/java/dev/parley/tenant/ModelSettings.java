package dev.parley.tenant;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.platform.Etag;
import org.jspecify.annotations.Nullable;

/**
 * A shop's models, stored as JSON with the tenant. Lists are in order of use; empty ones mean the operator's.
 * {@code stayIn} is the region that data must not leave; a null {@code moderation} is off.
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ModelSettings(List<LaneSettings> lanes, @Nullable String stayIn,
        @Nullable ModerationSettings moderation, List<LaneSettings> speech) {
    public static final ModelSettings NONE = new ModelSettings(List.of(), null, null);

    /** For settings stored before transcription existed. */
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

    /** For answers and for transcription. */
    public List<LaneSettings> all() {
        return Stream.concat(lanes.stream(), speech.stream()).toList();
    }

    public String etag() {
        return Etag.of(all().stream().map(LaneSettings::whole).toList() + " " + lanes.size() + " " + stayIn + " "
                + moderation);
    }

    public ModerationSettings moderationOrOff() {
        return moderation == null ? ModerationSettings.OFF : moderation;
    }
}
