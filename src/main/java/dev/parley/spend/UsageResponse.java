package dev.parley.spend;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Usage in REST. Amounts are decimals in strings: JSON numbers lose digits in some languages. */
@Schema(examples = """
        {"from": "2026-11-01", "to": "2026-11-30", "zone": "UTC", "currency": "USD", "group_by": [],
         "items": [], "total": {"calls": 0, "estimated_calls": 0, "input_tokens": 0, "cached_tokens": 0,
         "output_tokens": 0, "cost": "0", "saved": "0", "audio_seconds": 0}}""")
@JsonNaming(SnakeCaseStrategy.class)
public record UsageResponse(LocalDate from, LocalDate to, String zone, String currency, List<String> groupBy,
        List<Line> items, Line total) {

    /** Fields that were not grouped by are absent. */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(@Nullable LocalDate day, @Nullable String model, @Nullable String kind, long calls,
            long estimatedCalls, long inputTokens, long cachedTokens, long outputTokens, String cost, String saved,
            double audioSeconds) {
        private static final double MILLIS = 1_000;

        static Line of(UsageLine line) {
            return new Line(line.day(), line.model(), line.kind(), line.calls(), line.estimated(), line.inputTokens(),
                    line.cachedTokens(), line.outputTokens(), line.cost().toString(), line.saved().toString(),
                    line.audioMillis() / MILLIS);
        }
    }

    public static UsageResponse of(UsageReport report) {
        return new UsageResponse(report.query().from(), report.query().to(), report.zone().getId(), report.currency(),
                report.query().groups().stream().map(group -> group.name().toLowerCase(Locale.ROOT)).toList(),
                report.items().stream().map(Line::of).toList(), Line.of(report.total()));
    }
}
