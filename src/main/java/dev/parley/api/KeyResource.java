package dev.parley.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.parley.key.ApiKeyDetails;
import dev.parley.key.ApiKeys;
import dev.parley.platform.Checked;
import dev.parley.rest.Audited;
import dev.parley.rest.CurrentShop;
import dev.parley.rest.Idempotent;
import dev.parley.rest.Page;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

@Path("/v1/keys")
@RolesAllowed({"admin", "administrator"})
@Idempotent(repeat = Idempotent.Repeat.REFUSAL)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class KeyResource {
    private final CurrentShop shop;
    private final ApiKeys keys;

    KeyResource(CurrentShop shop, ApiKeys keys) {
        this.shop = shop;
        this.keys = keys;
    }

    @Operation(operationId = "listKeys", summary = "Lists the shop's keys",
            description = "The keys themselves are not kept.")
    @APIResponse(responseCode = "200", description = "Those that are not revoked, newest first.")
    @GET
    @Consumes(MediaType.WILDCARD)
    public Uni<Page<ApiKeyDetails>> list() {
        return keys.all(shop.id()).map(all -> new Page<>(all, null));
    }

    @Operation(operationId = "issueKey", summary = "Makes a key", description = "It is shown this once.")
    @APIResponseSchema(value = ApiKeys.Issued.class, responseCode = "201", responseDescription = "The key.")
    @POST
    @Audited("key.make")
    public Uni<Response> issue(@NotNull @Valid ApiKeys.Wish request) {
        return keys.issue(shop.id(), request).map(KeyResource::created);
    }

    @Operation(operationId = "rotateKey", summary = "Replaces a key by a new one",
            description = "The old one stays good for the overlap, a day when left out.")
    @APIResponseSchema(value = ApiKeys.Issued.class, responseCode = "201", responseDescription = "The new key.")
    @POST
    @Path("{id}/rotate")
    @Audited("key.replace")
    public Uni<Response> rotate(String id, ApiKeys.@Nullable Rotation request) {
        return keys.rotate(shop.id(), Checked.pathId(id, "key"), request).map(KeyResource::created);
    }

    private static Response created(ApiKeys.Issued issued) {
        return Response.status(201).header("Location", "/v1/keys/" + issued.details().id())
                .header("Cache-Control", "no-store").entity(issued).build();
    }

    @Operation(operationId = "revokeKey", summary = "Revokes a key",
            description = "From the next request on it opens nothing, on any replica.")
    @APIResponse(responseCode = "204", description = "It is revoked.")
    @DELETE
    @Path("{id}")
    @Idempotent
    @Consumes(MediaType.WILDCARD)
    @Audited("key.revoke")
    public Uni<Void> revoke(String id) {
        return keys.revoke(shop.id(), Checked.pathId(id, "key"));
    }
}
