package dev.parley.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.parley.platform.ParleyException;
import dev.parley.rest.Audited;
import dev.parley.rest.CurrentShop;
import dev.parley.rest.Idempotent;
import dev.parley.retention.VisitorData;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

@Path("/v1/visitors")
@RolesAllowed("visitors")
@Idempotent
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
public class VisitorDataResource {
    private static final int LONGEST = 200;

    private final CurrentShop tenant;
    private final VisitorData data;

    VisitorDataResource(CurrentShop tenant, VisitorData data) {
        this.tenant = tenant;
        this.data = data;
    }

    @Operation(operationId = "exportVisitor", summary = "Hands out all that is kept of a visitor")
    @APIResponseSchema(value = VisitorDataResponse.class, responseCode = "200",
            responseDescription = "The visitor with all conversations.")
    @GET
    @Path("{id}/data")
    public Uni<Response> export(String id) {
        return data.export(tenant.id(), checked(id)).map(VisitorDataResource::file);
    }

    @Operation(operationId = "eraseVisitor", summary = "Erases a visitor",
            description = "Deletes the visitor and all content of the visitor's conversations, immediately and permanently.")
    @APIResponse(responseCode = "200", description = "The receipt.")
    @DELETE
    @Path("{id}/data")
    @Audited("visitor.erase")
    public Uni<VisitorDataResponse.Erased> erase(String id) {
        return data.erase(tenant.id(), checked(id)).map(VisitorDataResponse.Erased::of);
    }

    /** For ids that cannot be in a path, such as `..`. */
    @Operation(operationId = "exportVisitorNamed", summary = "Hands out all that is kept of a visitor",
            description = "The same as `/v1/visitors/{id}/data`, also for ids such as `..` that no path can hold.")
    @APIResponseSchema(value = VisitorDataResponse.class, responseCode = "200",
            responseDescription = "The visitor with all conversations.")
    @GET
    @Path("data")
    public Uni<Response> exportNamed(
            @Parameter(description = "Our id of the visitor, or the shop's own id of its customer.",
                    example = "customer-4711") @QueryParam("id") @Nullable String id) {
        return export(required(id));
    }

    @Operation(operationId = "eraseVisitorNamed", summary = "Erases a visitor", description = """
            The same as `/v1/visitors/{id}/data`, also for ids such as `..` that no path can hold. Deletes the visitor
            and all content of the visitor's conversations, immediately and permanently.""")
    @APIResponse(responseCode = "200", description = "The receipt.")
    @DELETE
    @Path("data")
    @Audited("visitor.erase")
    public Uni<VisitorDataResponse.Erased> eraseNamed(
            @Parameter(description = "Our id of the visitor, or the shop's own id of its customer.",
                    example = "customer-4711") @QueryParam("id") @Nullable String id) {
        return erase(required(id));
    }

    private static Response file(VisitorData.Export export) {
        return Response.ok(VisitorDataResponse.of(export))
                .header("Content-Disposition", "attachment; filename=\"visitor-" + export.visitor().id() + ".json\"")
                .header("Cache-Control", "no-store").build();
    }

    private static String required(@Nullable String id) {
        if (id == null || id.isBlank()) {
            throw ParleyException.invalid("bad_id", "Send the visitor's id, yours or ours, as the parameter `id`.");
        }
        return id;
    }

    private static String checked(String id) {
        if (id.length() > LONGEST || id.indexOf('\0') >= 0) {
            throw ParleyException.notFound("visitor");
        }
        return id;
    }
}
