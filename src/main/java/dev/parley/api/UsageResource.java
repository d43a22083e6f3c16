package dev.parley.api;

import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.parley.rest.CurrentShop;
import dev.parley.spend.UsageCsv;
import dev.parley.spend.UsageQuery.Group;
import dev.parley.spend.UsageReport;
import dev.parley.spend.UsageReports;
import dev.parley.spend.UsageResponse;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/usage")
@RolesAllowed({"usage", "supervisor"})
public class UsageResource {
    private static final String CSV = "text/csv";

    private final CurrentShop shop;
    private final UsageReports reports;

    UsageResource(CurrentShop shop, UsageReports reports) {
        this.shop = shop;
        this.reports = reports;
    }

    /** The parameter wins over the Accept header, which a browser's link cannot set. */
    @Operation(operationId = "getUsage", summary = "Tells what the models came to",
            description = "Amounts are decimals in quotes.")
    @APIResponse(responseCode = "200", description = "Usage.", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = UsageResponse.class)),
            @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class),
                    example = "day,model,kind,calls\r\n")})
    @GET
    @Produces({MediaType.APPLICATION_JSON, CSV})
    public Uni<Response> usage(
            @Parameter(description = "The first day.",
                    example = "2026-11-01") @QueryParam("from") @Nullable String from,
            @Parameter(description = "The last day.", example = "2026-11-30") @QueryParam("to") @Nullable String to,
            @Parameter(description = "day, model and kind, separated by commas.",
                    example = "day,model") @QueryParam("group_by") @Nullable String groupBy,
            @Parameter(description = "json or csv.", example = "json") @QueryParam("format") @Pattern(
                    regexp = "json|csv", message = "is json or csv.") @Nullable String format,
            @Context HttpHeaders headers) {
        boolean csv = format == null ? prefersCsv(headers) : format.equals("csv");
        Set<Group> groups = UsageReports.groups(groupBy);
        return reports.report(shop.id(), UsageReports.day("from", from), UsageReports.day("to", to), groups)
                .map(report -> csv ? asCsv(report) : asJson(report));
    }

    private static Response asJson(UsageReport report) {
        return Response.ok(UsageResponse.of(report), MediaType.APPLICATION_JSON).build();
    }

    private static Response asCsv(UsageReport report) {
        return Response.ok(UsageCsv.of(report), CSV + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + UsageCsv.name(report) + "\"")
                .build();
    }

    private static boolean prefersCsv(HttpHeaders headers) {
        for (MediaType type : headers.getAcceptableMediaTypes()) {
            if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return false;
            }
            if (type.isCompatible(MediaType.valueOf(CSV))) {
                return true;
            }
        }
        return false;
    }
}
