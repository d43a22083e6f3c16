package dev.parley.console.report;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.desk.Reports.Line;
import dev.parley.desk.Reports.Reason;
import dev.parley.desk.Reports.Spread;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Conversations that began on these days. {@code cost} and {@code saved} are of all calls on these days. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReportResponse(LocalDate from, LocalDate to, String zone, String by, String currency, String cost,
        String saved, Item total, List<Item> items, List<Reason> reasons) {
    /** {@code cost} and {@code saved} only by day. */
    @Schema(name = "ReportItem")
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(@Nullable String key, @Nullable String name, long conversations, long settled, long deflected,
            long handedOff, Spread firstResponseSeconds, Spread resolutionSeconds, long ratedUp, long ratedDown,
            @Nullable String cost, @Nullable String saved) {
        static Item of(Line line, @Nullable String name, @Nullable String cost, @Nullable String saved) {
            return new Item(line.key().isEmpty() ? null : line.key(), name, line.conversations(), line.settled(),
                    line.deflected(), line.handedOff(), line.firstResponse(), line.resolution(), line.ratedUp(),
                    line.ratedDown(), cost, saved);
        }

        static Item none() {
            Spread unknown = new Spread(null, null);
            return of(new Line("", 0, 0, 0, 0, unknown, unknown, 0, 0), null, null, null);
        }
    }
}
