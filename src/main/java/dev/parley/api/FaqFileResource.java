package dev.parley.api;

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

import dev.parley.faq.FaqFields;
import dev.parley.faq.FaqImport.Mode;
import dev.parley.faq.FaqImportResponse;
import dev.parley.faq.FaqParameters;
import dev.parley.faq.FaqStore;
import dev.parley.faq.file.FaqFormat;
import dev.parley.rest.Audited;
import dev.parley.rest.CurrentShop;
import dev.parley.rest.Idempotent;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

@Path("/v1/faq")
@Idempotent
public class FaqFileResource {
    private final CurrentShop shop;
    private final FaqStore store;

    FaqFileResource(CurrentShop shop, FaqStore store) {
        this.shop = shop;
        this.store = store;
    }

    /** 422 in mode `all_or_nothing` with an invalid row; then nothing was stored. */
    @Operation(operationId = "importFaq", summary = "Imports FAQ entries from a file", description = """
            CSV, JSON or JSON Lines, by Content-Type or `format`. A row with an entry's id replaces that entry; a row
            without an id, or with another system's, replaces the entry with the same question, products and language.
            Exports of other systems are read as well; rows that are not clearly published become drafts.""")
    @RequestBody(content = @Content(mediaType = MediaType.WILDCARD,
            schema = @Schema(type = SchemaType.STRING, format = "binary"), example = """
            question,answer
            Do you ship abroad?,"Yes, within Europe."
            """))
    @APIResponseSchema(value = FaqImportResponse.class, responseCode = "200",
            responseDescription = "What became of the rows.")
    @APIResponse(responseCode = "422", description = "A row is bad and the mode is all_or_nothing: nothing was stored.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = FaqImportResponse.class)))
    @POST
    @RolesAllowed({"faq", "supervisor"})
    @Path("import")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Audited("faq.import")
    public Uni<Response> importFile(
            @Parameter(description = "csv, json or jsonl.",
                    example = "csv") @QueryParam("format") @Nullable String format,
            @Parameter(description = "partial takes the good rows; all_or_nothing takes none when one is bad.",
                    example = "partial") @QueryParam("mode") @Nullable String mode,
            @Parameter(description = "text/csv, application/json or application/x-ndjson.",
                    example = "text/csv") @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            byte[] file) {
        Mode request = FaqParameters.mode(mode);
        return store.importFile(shop.id(), FaqFormat.of(format, type), FaqFormat.charset(type), file, request)
                .map(report -> Response.status(report.refused(request) ? 422 : 200)
                        .entity(FaqImportResponse.of(report, store.status(shop.id())))
                        .build());
    }

    @Operation(operationId = "exportFaq", summary = "Exports the FAQ as a file")
    @APIResponse(responseCode = "200", description = "The file.", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = FaqFields[].class)),
            @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class),
                    example = "id,question,answer\r\n"),
            @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = String.class))})
    @GET
    @RolesAllowed({"faq", "agent"})
    @Path("export")
    public Uni<Response> exportFile(
            @Parameter(description = "csv, json or jsonl.",
                    example = "json") @QueryParam("format") @Nullable String format) {
        FaqFormat request = FaqFormat.named(format);
        return store.exportFile(shop.id(), request)
                .map(file -> Response.ok(file, request.type())
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + request.fileName() + "\"")
                        .build());
    }
}
