package dev.parley.api;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.doctor.Finding;
import dev.parley.doctor.Report;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(examples = """
        {"checked_at": "2026-12-01T10:00:00Z", "findings": [
          {"check": "database", "status": "ok", "found": "Connected to PostgreSQL 18.6 at db.example:5432/parley as parley."},
          {"check": "websocket", "status": "warning", "found": "The public address is not set, so it was not tried.",
           "advice": "Set PARLEY_PUBLIC_URL to the address at which visitors reach Parley."}]}""")
@JsonNaming(SnakeCaseStrategy.class)
record DoctorResponse(Instant checkedAt, List<Line> findings) {
    /** {@code advice} is what to do. */
    @Schema(name = "DoctorFinding")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(String check, @Schema(enumeration = {"ok", "warning", "fault"}) String status, String found,
            @Nullable String advice){}

    static DoctorResponse of(Report report) {
        return new DoctorResponse(report.checkedAt(), report.findings().stream().map(DoctorResponse::line).toList());
    }

    private static Line line(Finding finding) {
        return new Line(finding.check(), finding.status().word(), finding.found(), finding.advice());
    }
}
