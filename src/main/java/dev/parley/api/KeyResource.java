package dev.parley.api;

import jakarta.annotation.security.RolesAllowed;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The shop's keys for this interface. */
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

    @GET
    @Consumes(MediaType.WILDCARD)
    public Uni<Page<ApiKeyDetails>> list() {
        return keys.all(shop.id()).map(all -> new Page<>(all, null));
    }

    @POST
    @APIResponseSchema(value = ApiKeys.Issued.class, responseCode = "201")
    @Audited("key.make")
    public Uni<Response> issue(ApiKeys.@Nullable Wish wish) {
        return keys.issue(shop.id(), Checked.body(wish)).map(KeyResource::created);
    }

    @POST
    @Path("{id}/rotate")
    @APIResponseSchema(value = ApiKeys.Issued.class, responseCode = "201")
    @Audited("key.replace")
    public Uni<Response> rotate(String id, ApiKeys.@Nullable Rotation wish) {
        return keys.rotate(shop.id(), Checked.pathId(id, "key"), wish).map(KeyResource::created);
    }

    private static Response created(ApiKeys.Issued issued) {
        return Response.status(201).header("Location", "/v1/keys/" + issued.details().id())
                .header("Cache-Control", "no-store").entity(issued).build();
    }

    @DELETE
    @Path("{id}")
    @Idempotent
    @Consumes(MediaType.WILDCARD)
    @Audited("key.revoke")
    public Uni<Void> revoke(String id) {
        return keys.revoke(shop.id(), Checked.pathId(id, "key"));
    }
}
