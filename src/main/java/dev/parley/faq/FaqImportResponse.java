package dev.parley.faq;

import java.util.List;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.faq.FaqImport.Report;
import dev.parley.faq.FaqImport.RowError;

/**
 * What became of an imported file; of rows that were not taken, why.
 *
 * @param drafts how many of those that were taken are drafts, which no visitor sees
 * @param ignored names of columns or fields that say nothing here
 * @param pending entries of the shop that are found by their words alone until a sentence model has read them
 * @param readyInS about when none will be, in seconds
 */
@JsonNaming(SnakeCaseStrategy.class)
public record FaqImportResponse(int imported, int updated, int drafts, int rejected, List<RowError> errors,
        List<String> ignored, int pending, int readyInS) {
    public static FaqImportResponse of(Report report, FaqStatus status) {
        return new FaqImportResponse(report.imported(), report.updated(), report.drafts(), report.rejected(),
                report.errors(), report.ignored(), status.pending(), status.readyInS());
    }
}
