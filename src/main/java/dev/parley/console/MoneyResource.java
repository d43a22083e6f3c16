package dev.parley.console;

import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.parley.platform.ParleyException;
import dev.parley.spend.UsageCsv;
import dev.parley.spend.UsageQuery.Group;
import dev.parley.spend.UsageReport;
import dev.parley.spend.UsageReports;
import dev.parley.spend.UsageResponse;
import dev.parley.tenant.CurrentAgent;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** What the shop's models came to, and what its FAQ saved. */
@Path("/v1/console/usage")
@Produces({MediaType.APPLICATION_JSON, "text/csv"})
@RolesAllowed("supervisor")
public class MoneyResource {
    private final CurrentAgent current;
    private final UsageReports reports;

    MoneyResource(CurrentAgent current, UsageReports reports) {
        this.current = current;
        this.reports = reports;
    }

    @GET
    public Uni<Response> usage(@QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to,
            @QueryParam("group_by") @Nullable String groupBy,
            @QueryParam("format") @DefaultValue("json") String format) {
        if (!format.equals("json") && !format.equals("csv")) {
            throw ParleyException.invalid("bad_format", "The parameter `format` is json or csv.");
        }
        Set<Group> groups = UsageReports.groups(groupBy);
        return reports
                .report(current.agent().tenant(), UsageReports.day("from", from), UsageReports.day("to", to), groups)
                .map(report -> format.equals("csv") ? asCsv(report) : asJson(report));
    }

    private static Response asJson(UsageReport report) {
        return Response.ok(UsageResponse.of(report), MediaType.APPLICATION_JSON).build();
    }

    private static Response asCsv(UsageReport report) {
        return Response.ok(UsageCsv.of(report), "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + UsageCsv.name(report) + "\"")
                .build();
    }
}
