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

import dev.parley.faq.FaqImport.Mode;
import dev.parley.faq.FaqImportResponse;
import dev.parley.faq.FaqParameters;
import dev.parley.faq.FaqStore;
import dev.parley.faq.file.FaqFormat;
import dev.parley.rest.Audited;
import dev.parley.rest.CurrentShop;
import dev.parley.rest.Idempotent;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The shop's whole FAQ as a file, in and out. */
@Path("/v1/faq")
@Idempotent
public class FaqFileResource {
    private final CurrentShop shop;
    private final FaqStore store;

    FaqFileResource(CurrentShop shop, FaqStore store) {
        this.shop = shop;
        this.store = store;
    }

    /** 422 when the mode is `all_or_nothing` and a row is bad: nothing was stored then. */
    @POST
    @RolesAllowed({"faq", "supervisor"})
    @Path("import")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = FaqImportResponse.class, responseCode = "200")
    @Audited("faq.import")
    public Uni<Response> importFile(@QueryParam("format") @Nullable String format,
            @QueryParam("mode") @Nullable String mode,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type, byte[] file) {
        Mode wish = FaqParameters.mode(mode);
        return store.importFile(shop.id(), FaqFormat.of(format, type), FaqFormat.charset(type), file, wish)
                .map(report -> Response.status(report.refused(wish) ? 422 : 200)
                        .entity(FaqImportResponse.of(report, store.status(shop.id())))
                        .build());
    }

    @GET
    @RolesAllowed({"faq", "agent"})
    @Path("export")
    public Uni<Response> exportFile(@QueryParam("format") @Nullable String format) {
        FaqFormat wish = FaqFormat.named(format);
        return store.exportFile(shop.id(), wish)
                .map(file -> Response.ok(file, wish.type())
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + wish.fileName() + "\"")
                        .build());
    }
}
