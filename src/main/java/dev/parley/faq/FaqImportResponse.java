package dev.parley.faq;

import java.util.List;

import dev.parley.faq.FaqImport.Report;
import dev.parley.faq.FaqImport.RowError;

/** What became of an imported file; of rows that were not taken, why. */
public record FaqImportResponse(int imported, int updated, int rejected, List<RowError> errors) {
    public static FaqImportResponse of(Report report) {
        return new FaqImportResponse(report.imported(), report.updated(), report.rejected(), report.errors());
    }
}
