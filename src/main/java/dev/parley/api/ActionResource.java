package dev.parley.api;

import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.action.Action;
import dev.parley.action.ActionRequest;
import dev.parley.action.ActionResponse;
import dev.parley.action.DeclaredActions;
import dev.parley.action.ReadyMade;
import dev.parley.platform.Checked;
import dev.parley.platform.ParleyException;
import dev.parley.rest.Audited;
import dev.parley.rest.CurrentShop;
import dev.parley.rest.Idempotent;
import dev.parley.rest.Page;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

@Path("/v1/tools")
@RolesAllowed({"admin", "administrator"})
@Idempotent
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ActionResource {
    private final CurrentShop shop;
    private final DeclaredActions actions;
    private final ReadyMade readyMade;

    ActionResource(CurrentShop shop, DeclaredActions actions, ReadyMade readyMade) {
        this.shop = shop;
        this.actions = actions;
        this.readyMade = readyMade;
    }

    @Operation(operationId = "createTool", summary = "Declares an action",
            description = "What the bot may look up or do at the shop's own servers.")
    @APIResponseSchema(value = ActionResponse.class, responseCode = "201",
            responseDescription = "The action, without its secret.")
    @POST
    @Audited("tool.add")
    public Uni<Response> create(@Nullable ActionRequest request) {
        return actions.add(shop.id(), given(request))
                .map(action -> Response.status(201).header("Location", "/v1/tools/" + action.id())
                        .header("ETag", action.etag()).entity(ActionResponse.of(action)).build());
    }

    @Operation(operationId = "listTools", summary = "Lists the actions")
    @APIResponse(responseCode = "200", description = "All of them.")
    @GET
    public Uni<Page<ActionResponse>> list() {
        return actions.all(shop.id()).map(all -> new Page<>(all.stream().map(ActionResponse::of).toList(), null));
    }

    /** Templates of common actions: add the address and send them back. */
    @Operation(operationId = "listToolTemplates", summary = "Lists ready-made actions",
            description = "Fill in the address and send one back.")
    @APIResponse(responseCode = "200", description = "Order status, returns label, stock.",
            content = @Content(schema = @Schema(implementation = Map.class), example = """
                    {"items": [{"name": "order_status"}], "next_cursor": null}"""))
    @GET
    @Path("templates")
    public Page<JsonNode> templates() {
        return new Page<>(List.copyOf(readyMade.all()), null);
    }

    @Operation(operationId = "getTool", summary = "Shows an action")
    @APIResponseSchema(value = ActionResponse.class, responseCode = "200",
            responseDescription = "The action, without its secret, with an `ETag`.")
    @GET
    @Path("{id}")
    public Uni<Response> get(String id) {
        return actions.get(shop.id(), Checked.pathId(id, "tool")).map(ActionResource::shown);
    }

    private static Response shown(Action action) {
        return Response.ok(ActionResponse.of(action)).header("ETag", action.etag()).build();
    }

    /** Replaces everything; an absent secret stays if `url` has the same server. */
    @Operation(operationId = "replaceTool", summary = "Replaces an action",
            description = "A secret that is left out stays while `url` leads to the same server.")
    @APIResponseSchema(value = ActionResponse.class, responseCode = "200",
            responseDescription = "The action, without its secret, with an `ETag`.")
    @PUT
    @Path("{id}")
    @Audited("tool.change")
    public Uni<Response> replace(String id, @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable ActionRequest request) {
        return actions.change(shop.id(), Checked.pathId(id, "tool"), given(request), ifMatch)
                .map(ActionResource::shown);
    }

    @Operation(operationId = "deleteTool", summary = "Deletes an action")
    @APIResponse(responseCode = "204", description = "Deleted.")
    @DELETE
    @Path("{id}")
    @Consumes(MediaType.WILDCARD)
    @Audited("tool.remove")
    public Uni<Void> delete(String id) {
        return actions.remove(shop.id(), Checked.pathId(id, "tool"));
    }

    private static ActionRequest given(@Nullable ActionRequest request) {
        if (request == null) {
            throw ParleyException.invalid("bad_json", "Send the action as a JSON object.");
        }
        return request;
    }
}
