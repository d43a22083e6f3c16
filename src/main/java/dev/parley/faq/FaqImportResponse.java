package dev.parley.faq;

import java.util.List;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.faq.FaqImport.Report;
import dev.parley.faq.FaqImport.RowError;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * {@code drafts} are among the imported; {@code ignored} names unknown columns or fields; {@code pending} entries are
 * found by words only until they are embedded, in about {@code readyInS} seconds.
 */
@Schema(examples = """
        {"imported": 1, "updated": 0, "drafts": 0, "rejected": 1,
         "errors": [{"row": 2, "code": "question_empty", "detail": "The field `question` is empty."}],
         "ignored": [], "pending": 0, "ready_in_s": 0}""")
@JsonNaming(SnakeCaseStrategy.class)
public record FaqImportResponse(int imported, int updated, int drafts, int rejected, List<RowError> errors,
        List<String> ignored, int pending, int readyInS) {
    public static FaqImportResponse of(Report report, FaqStatus status) {
        return new FaqImportResponse(report.imported(), report.updated(), report.drafts(), report.rejected(),
                report.errors(), report.ignored(), status.pending(), status.readyInS());
    }
}
