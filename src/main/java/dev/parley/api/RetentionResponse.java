package dev.parley.api;

import java.time.Duration;
import java.time.Instant;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.retention.RetentionSettings;
import dev.parley.retention.RetentionSettings.LastPurge;
import dev.parley.retention.RetentionSettings.RetentionStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** {@code own}: the shop has its own limit. {@code cutoff}: idle since before this is purged next. */
@Schema(examples = """
        {"keep_hours": 720.0, "own": false, "cutoff": "2026-10-24T10:00:00Z"}""")
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RetentionResponse(double keepHours, boolean own, Instant cutoff, @Nullable Purged lastPurge) {

    @JsonNaming(SnakeCaseStrategy.class)
    public record Purged(Instant startedAt, Instant cutoff, long conversations, long messages, long answers,
            long visitors, long recordings) {
        static Purged of(LastPurge last) {
            return new Purged(last.startedAt(), last.cutoff(), last.conversations(), last.messages(), last.answers(),
                    last.visitors(), last.recordings());
        }
    }

    /** A null {@code keepHours} means the current limit. */
    @Schema(examples = """
            {"keep_hours": 48}""")
    @JsonNaming(SnakeCaseStrategy.class)
    public record PreviewRequest(@Min(0) @Max(RetentionSettings.LONGEST_HOURS) @Nullable Integer keepHours) {}

    /** What the next purge would delete. */
    @Schema(examples = """
            {"keep_hours": 48.0, "cutoff": "2026-11-21T10:00:00Z", "conversations": 12, "messages": 80,
             "answers": 40, "visitors": 9}""")
    @JsonNaming(SnakeCaseStrategy.class)
    public record Preview(double keepHours, Instant cutoff, long conversations, long messages, long answers,
            long visitors) {
        static Preview of(RetentionSettings.Preview preview) {
            return new Preview(hours(preview.keep()), preview.cutoff(), preview.conversations(), preview.messages(),
                    preview.answers(), preview.visitors());
        }
    }

    static RetentionResponse of(RetentionStatus status) {
        LastPurge last = status.last();
        return new RetentionResponse(hours(status.keep()), status.own(), status.cutoff(),
                last == null ? null : Purged.of(last));
    }

    /** A retention of zero is a quarter of an hour. */
    private static double hours(Duration keep) {
        return keep.toMinutes() / 60.0;
    }
}
