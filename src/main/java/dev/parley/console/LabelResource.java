package dev.parley.console;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.parley.access.CurrentAgent;
import dev.parley.desk.Labels;
import dev.parley.desk.Labels.Label;
import dev.parley.rest.Audited;
import dev.parley.rest.Page;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/console/labels")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class LabelResource {
    private final CurrentAgent current;
    private final Labels labels;

    LabelResource(CurrentAgent current, Labels labels) {
        this.current = current;
        this.labels = labels;
    }

    public record LabelResponse(String name, String color, @Schema(description = "For `If-Match`.") String etag) {
        static LabelResponse of(Label label) {
            return new LabelResponse(label.name(), label.color(), label.etag());
        }
    }

    @Operation(operationId = "listLabels", summary = "Lists the labels that the shop offers")
    @APIResponse(responseCode = "200", description = "All of them.")
    @GET
    @RolesAllowed("agent")
    public Uni<Page<LabelResponse>> list() {
        return labels.all(current.agent().tenant()).map(all -> Page.of(all, LabelResponse::of));
    }

    @Operation(operationId = "setLabel", summary = "Adds a label or changes its colour")
    @APIResponse(responseCode = "200", description = "The label.")
    @PUT
    @Path("{name}")
    @RolesAllowed("supervisor")
    @Audited("label.set")
    public Uni<LabelResponse> set(String name, @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid LabelColorRequest body) {
        return labels.set(current.agent().tenant(), name, body.color(), ifMatch).map(LabelResponse::of);
    }

    @Operation(operationId = "removeLabel", summary = "Removes a label", description = "Conversations keep theirs.")
    @APIResponse(responseCode = "204", description = "Deleted.")
    @DELETE
    @Path("{name}")
    @RolesAllowed("supervisor")
    @Audited("label.remove")
    public Uni<Void> remove(String name) {
        return labels.remove(current.agent().tenant(), name);
    }
}
