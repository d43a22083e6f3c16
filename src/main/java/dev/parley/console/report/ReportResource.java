package dev.parley.console.report;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.parley.access.CurrentAgent;
import dev.parley.agent.Agents;
import dev.parley.console.report.ReportResponse.Item;
import dev.parley.desk.Reports;
import dev.parley.desk.Reports.Line;
import dev.parley.desk.Reports.Period;
import dev.parley.desk.Reports.Reason;
import dev.parley.desk.Reports.Split;
import dev.parley.spend.UsageLine;
import dev.parley.spend.UsageQuery.Group;
import dev.parley.spend.UsageReport;
import dev.parley.spend.UsageReports;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/console/reports")
@Produces({MediaType.APPLICATION_JSON, "text/csv"})
@RolesAllowed("supervisor")
public class ReportResource {
    private final CurrentAgent current;
    private final Reports reports;
    private final UsageReports usage;
    private final Agents agents;

    ReportResource(CurrentAgent current, Reports reports, UsageReports usage, Agents agents) {
        this.current = current;
        this.reports = reports;
        this.usage = usage;
        this.agents = agents;
    }

    private record Found(UsageReport spent, List<Line> lines, List<Line> total, List<Reason> reasons,
            Map<String, String> names) {}

    /** The last thirty days by default. */
    @Operation(operationId = "getReport", summary = "Tells how the conversations went, and what they cost and saved",
            description = "Of the last thirty days where nothing is said.")
    @APIResponse(responseCode = "200", description = "The report.", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ReportResponse.class)),
            @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class))})
    @GET
    public Uni<Response> report(
            @Parameter(description = "The first day.",
                    example = "2026-11-01") @QueryParam("from") @Nullable String from,
            @Parameter(description = "The last day.", example = "2026-11-30") @QueryParam("to") @Nullable String to,
            @Parameter(description = "day, agent, label or none.",
                    example = "day") @QueryParam("by") @DefaultValue("day") @Pattern(regexp = "day|agent|label|none",
                            message = "is one of day, agent, label and none.") String by,
            @Parameter(description = "json or csv.",
                    example = "json") @QueryParam("format") @DefaultValue("json") @Pattern(regexp = "json|csv",
                            message = "is json or csv.") String format) {
        Split split = split(by);
        TenantId tenant = current.agent().tenant();
        return usage.report(tenant, UsageReports.day("from", from), UsageReports.day("to", to), EnumSet.of(Group.DAY))
                .chain(spent -> find(tenant, spent, split))
                .map(found -> toResponse(found, split))
                .map(report -> format.equals("csv")
                        ? asCsv(report)
                        : Response.ok(report, MediaType.APPLICATION_JSON).build());
    }

    private Uni<Found> find(TenantId tenant, UsageReport spent, Split split) {
        Period period = new Period(spent.query().from(), spent.query().to(), spent.zone());
        return Uni.combine().all()
                .unis(reports.lines(tenant, period, split), reports.lines(tenant, period, Split.NONE),
                        reports.reasons(tenant, period), agents.all(tenant))
                .with((lines, total, reasons, all) -> new Found(spent, lines, total, reasons,
                        all.stream().collect(Collectors.toMap(agent -> agent.id().toString(), agent -> agent.name()))));
    }

    private static ReportResponse toResponse(Found found, Split split) {
        UsageReport spent = found.spent();
        Map<String, UsageLine> days = spent.items().stream()
                .collect(Collectors.toMap(line -> Objects.requireNonNull(line.day()).toString(), Function.identity()));
        List<Item> items = found.lines().stream().map(line -> {
            UsageLine day = split == Split.DAY ? days.get(line.key()) : null;
            return Item.of(line, split == Split.AGENT ? found.names().get(line.key()) : null,
                    day == null ? null : day.cost().toString(), day == null ? null : day.saved().toString());
        }).toList();
        Item total = found.total().isEmpty() ? Item.none() : Item.of(found.total().getFirst(), null, null, null);
        return new ReportResponse(spent.query().from(), spent.query().to(), spent.zone().getId(), split.wire(),
                spent.currency(), spent.total().cost().toString(), spent.total().saved().toString(), total, items,
                found.reasons());
    }

    private static Response asCsv(ReportResponse report) {
        return Response.ok(ReportCsv.of(report), "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"report-" + report.from() + "-"
                        + report.to() + "-" + report.by() + ".csv\"")
                .build();
    }

    private static Split split(String by) {
        return Arrays.stream(Split.values()).filter(split -> split.wire().equals(by)).findFirst().orElseThrow();
    }
}
