package dev.parley.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.parley.api.RetentionResponse.Preview;
import dev.parley.api.RetentionResponse.PreviewRequest;
import dev.parley.rest.CurrentShop;
import dev.parley.rest.Idempotent;
import dev.parley.rest.NotAudited;
import dev.parley.retention.RetentionSettings;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/retention")
@RolesAllowed("visitors")
@Idempotent(repeat = Idempotent.Repeat.AGAIN)
@Produces(MediaType.APPLICATION_JSON)
public class RetentionResource {
    private final CurrentShop tenant;
    private final RetentionSettings desk;

    RetentionResource(CurrentShop tenant, RetentionSettings desk) {
        this.tenant = tenant;
        this.desk = desk;
    }

    @Operation(operationId = "getRetention", summary = "Tells how long conversations are kept")
    @APIResponse(responseCode = "200", description = "The limit and what the last purge took.")
    @GET
    public Uni<RetentionResponse> get() {
        return desk.of(tenant.id()).map(RetentionResponse::of);
    }

    /** Deletes nothing; without a limit it previews the next purge. */
    @Operation(operationId = "previewRetention", summary = "Counts what another limit would delete",
            description = "Deletes nothing.")
    @APIResponse(responseCode = "200", description = "What would go.")
    @POST
    @Path("preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @NotAudited(because = NotAudited.CHANGES_NOTHING)
    public Uni<Preview> preview(@Valid @Nullable PreviewRequest request) {
        return desk.preview(tenant.id(), request == null ? null : request.keepHours()).map(Preview::of);
    }
}
