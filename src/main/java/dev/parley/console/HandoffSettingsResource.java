package dev.parley.console;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.parley.access.CurrentAgent;
import dev.parley.handoff.HandoffSettings;
import dev.parley.handoff.HandoffSettingsStore;
import dev.parley.platform.ParleyException;
import dev.parley.rest.Audited;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

@Path("/v1/console/settings/handoff")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class HandoffSettingsResource {
    private final CurrentAgent current;
    private final HandoffSettingsStore rules;

    HandoffSettingsResource(CurrentAgent current, HandoffSettingsStore rules) {
        this.current = current;
        this.rules = rules;
    }

    @Operation(operationId = "getHandoffSettings", summary = "Tells when people are there, and when they are asked for")
    @APIResponseSchema(value = HandoffSettings.class, responseCode = "200",
            responseDescription = "The settings, with an `ETag`.")
    @GET
    @RolesAllowed("agent")
    public Uni<Response> get() {
        return rules.of(current.agent().tenant()).map(HandoffSettingsResource::shown);
    }

    private static Response shown(HandoffSettings settings) {
        return Response.ok(settings).header("ETag", settings.etag()).build();
    }

    @Operation(operationId = "setHandoffSettings", summary = "Replaces the settings of handing over")
    @APIResponseSchema(value = HandoffSettings.class, responseCode = "200",
            responseDescription = "The settings, with an `ETag`.")
    @PUT
    @RolesAllowed("administrator")
    @Audited("handoff_settings.change")
    public Uni<Response> set(@HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid HandoffSettings request) {
        if (request.hours() == null || request.whenNobody() == null) {
            throw ParleyException.invalid("field_missing", "The fields `hours` and `when_nobody` are needed.");
        }
        return rules.set(current.agent().tenant(), request, ifMatch).chain(() -> get());
    }
}
