package dev.parley.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.parley.lane.LaneEditor;
import dev.parley.lane.LaneEditor.WantedLanes;
import dev.parley.lane.LanesBody;
import dev.parley.platform.ParleyException;
import dev.parley.rest.Audited;
import dev.parley.rest.CurrentShop;
import dev.parley.rest.Idempotent;
import dev.parley.tenant.ModelSettings;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

@Path("/v1/lanes")
@Idempotent
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class LaneResource {
    private final CurrentShop shop;
    private final LaneEditor editor;

    LaneResource(CurrentShop shop, LaneEditor editor) {
        this.shop = shop;
        this.editor = editor;
    }

    @Operation(operationId = "getLanes", summary = "Shows the shop's own models", description = "Keys are never shown.")
    @APIResponseSchema(value = LanesBody.class, responseCode = "200",
            responseDescription = "The lanes in the order in which they are asked, with an `ETag`.")
    @GET
    @RolesAllowed({"admin", "supervisor"})
    @Consumes(MediaType.WILDCARD)
    public Uni<Response> get() {
        return editor.get(shop.id()).map(this::shown);
    }

    /** Replaces the list; an empty one means the operator's models. */
    @Operation(operationId = "replaceLanes", summary = "Replaces the shop's own models", description = """
            An empty list means the operator's models. `speech` lists the models that transcribe recordings; if
            absent, they stay unchanged.""")
    @APIResponseSchema(value = LanesBody.class, responseCode = "200",
            responseDescription = "The lanes, with an `ETag`.")
    @PUT
    @RolesAllowed({"admin", "administrator"})
    @Audited("lanes.change")
    public Uni<Response> replace(@HeaderParam("If-Match") @Nullable String ifMatch, @Nullable LanesBody body) {
        if (body == null) {
            throw ParleyException.invalid("bad_json", "Send a JSON object with `lanes`.");
        }
        return editor
                .replace(shop.id(), new WantedLanes(body.wanted(), body.wantedSpeech()), body.stayIn(),
                        body.moderation(), ifMatch)
                .map(this::shown);
    }

    /** The ETag covers settings, not states. */
    private Response shown(ModelSettings settings) {
        return Response.ok(LanesBody.of(settings, editor.standings(shop.id()), editor.shared()))
                .header("ETag", settings.etag()).build();
    }
}
