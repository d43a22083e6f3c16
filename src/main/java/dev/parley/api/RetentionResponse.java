package dev.parley.api;

import java.time.Duration;
import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.retention.RetentionDesk;
import dev.parley.retention.RetentionDesk.LastPurge;
import dev.parley.retention.RetentionDesk.Standing;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How long an idle conversation is kept.
 *
 * @param own whether the shop has a limit of its own, else the service's holds
 * @param cutoff what has been idle since before this goes with the next purge
 * @param lastPurge the last one that found something
 */
@Schema(examples = """
        {"keep_hours": 720.0, "own": false, "cutoff": "2026-10-24T10:00:00Z"}""")
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RetentionResponse(double keepHours, boolean own, Instant cutoff, @Nullable Purged lastPurge) {

    /** What a purge took away. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Purged(Instant startedAt, Instant cutoff, long conversations, long messages, long answers,
            long visitors, long recordings) {
        static Purged of(LastPurge last) {
            return new Purged(last.startedAt(), last.cutoff(), last.conversations(), last.messages(), last.answers(),
                    last.visitors(), last.recordings());
        }
    }

    /** Asks what another limit would take. {@code keepHours}: left out: the limit that holds now. */
    @Schema(examples = """
            {"keep_hours": 48}""")
    @JsonNaming(SnakeCaseStrategy.class)
    public record PreviewRequest(@Nullable Integer keepHours) {}

    /** What would go with the next purge. */
    @Schema(examples = """
            {"keep_hours": 48.0, "cutoff": "2026-11-21T10:00:00Z", "conversations": 12, "messages": 80,
             "answers": 40, "visitors": 9}""")
    @JsonNaming(SnakeCaseStrategy.class)
    public record Preview(double keepHours, Instant cutoff, long conversations, long messages, long answers,
            long visitors) {
        static Preview of(RetentionDesk.Preview preview) {
            return new Preview(hours(preview.keep()), preview.cutoff(), preview.conversations(), preview.messages(),
                    preview.answers(), preview.visitors());
        }
    }

    static RetentionResponse of(Standing standing) {
        LastPurge last = standing.last();
        return new RetentionResponse(hours(standing.keep()), standing.own(), standing.cutoff(),
                last == null ? null : Purged.of(last));
    }

    /** "Nothing is kept" is a quarter of an hour. */
    private static double hours(Duration keep) {
        return keep.toMinutes() / 60.0;
    }
}
