package dev.parley.api;

import java.util.Locale;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.parley.faq.FaqFormat;
import dev.parley.faq.FaqImport.Mode;
import dev.parley.faq.FaqStore;
import dev.parley.platform.ParleyException;
import dev.parley.tenant.CurrentTenant;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** The shop's whole FAQ as a file, in and out. */
@Path("/v1/faq")
@RolesAllowed("faq")
public class FaqFileResource {
    private static final Map<FaqFormat, String> TYPES = Map.of(FaqFormat.CSV, "text/csv;charset=UTF-8",
            FaqFormat.JSON, MediaType.APPLICATION_JSON, FaqFormat.JSONL, "application/x-ndjson");

    private final CurrentTenant tenant;
    private final FaqStore store;

    FaqFileResource(CurrentTenant tenant, FaqStore store) {
        this.tenant = tenant;
        this.store = store;
    }

    /** 422 when the mode is `all_or_nothing` and a row is bad: nothing was stored then. */
    @POST
    @Path("import")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> importFile(@QueryParam("format") @Nullable String format,
            @QueryParam("mode") @Nullable String mode,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type, byte[] file) {
        Mode wish = mode(mode);
        return store.importFile(tenant.id(), format == null ? byType(type) : byName(format), file, wish)
                .map(report -> Response
                        .status(wish == Mode.ALL_OR_NOTHING && report.rejected() > 0 ? 422 : 200)
                        .entity(FaqImportResponse.of(report)).build());
    }

    @GET
    @Path("export")
    public Uni<Response> exportFile(@QueryParam("format") @Nullable String format) {
        FaqFormat wish = format == null ? FaqFormat.JSON : byName(format);
        String name = "faq." + wish.name().toLowerCase(Locale.ROOT);
        return store.exportFile(tenant.id(), wish)
                .map(file -> Response.ok(file, TYPES.get(wish))
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"").build());
    }

    private static Mode mode(@Nullable String mode) {
        return switch (mode == null ? "partial" : mode) {
            case "partial" -> Mode.PARTIAL;
            case "all_or_nothing" -> Mode.ALL_OR_NOTHING;
            default ->
                throw ParleyException.invalid("bad_mode", "The parameter `mode` is `partial` or `all_or_nothing`.");
        };
    }

    private static FaqFormat byName(String format) {
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "csv" -> FaqFormat.CSV;
            case "json" -> FaqFormat.JSON;
            case "jsonl", "ndjson" -> FaqFormat.JSONL;
            default -> throw ParleyException.invalid("bad_format", "The parameter `format` is csv, json or jsonl.");
        };
    }

    private static FaqFormat byType(@Nullable String type) {
        String plain = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (plain) {
            case "text/csv", "application/csv" -> FaqFormat.CSV;
            case "application/json" -> FaqFormat.JSON;
            case "application/x-ndjson", "application/jsonl", "application/x-jsonlines", "application/jsonlines" ->
                FaqFormat.JSONL;
            default -> throw ParleyException.invalid("bad_format",
                    "Send the Content-Type text/csv, application/json or application/x-ndjson, or `?format=csv|json|jsonl`.");
        };
    }
}
