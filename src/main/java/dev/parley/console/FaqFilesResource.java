package dev.parley.console;

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

import dev.parley.access.CurrentAgent;
import dev.parley.faq.FaqFormat;
import dev.parley.faq.FaqImport.Mode;
import dev.parley.faq.FaqImportResponse;
import dev.parley.faq.FaqParameters;
import dev.parley.faq.FaqStore;
import dev.parley.rest.Audited;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** The whole FAQ as a file, in and out, for those who write it in a spreadsheet. */
@Path("/v1/console/faq")
public class FaqFilesResource {
    private final CurrentAgent current;
    private final FaqStore store;

    FaqFilesResource(CurrentAgent current, FaqStore store) {
        this.current = current;
        this.store = store;
    }

    /** 422 when the mode is `all_or_nothing` and a row is bad: nothing was stored then. */
    @POST
    @Path("import")
    @RolesAllowed("supervisor")
    @Audited("faq.import")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> importFile(@QueryParam("format") @Nullable String format,
            @QueryParam("mode") @Nullable String mode,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type, byte[] file) {
        Mode wish = FaqParameters.mode(mode);
        TenantId tenant = current.agent().tenant();
        return store.importFile(tenant, FaqFormat.of(format, type), FaqFormat.charset(type), file, wish)
                .map(report -> Response.status(report.refused(wish) ? 422 : 200)
                        .entity(FaqImportResponse.of(report, store.status(tenant)))
                        .build());
    }

    @GET
    @Path("export")
    @RolesAllowed("agent")
    public Uni<Response> exportFile(@QueryParam("format") @Nullable String format) {
        FaqFormat wish = FaqFormat.named(format);
        return store.exportFile(current.agent().tenant(), wish)
                .map(file -> Response.ok(file, wish.type())
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + wish.fileName() + "\"")
                        .build());
    }
}
