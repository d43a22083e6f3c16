package dev.parley.console;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.parley.platform.Checked;
import dev.parley.rest.Audited;
import dev.parley.rest.Page;
import dev.parley.tenant.ApiKeyDetails;
import dev.parley.tenant.ApiKeys;
import dev.parley.tenant.CurrentAgent;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** The shop's keys for its own systems. */
@Path("/v1/console/keys")
@RolesAllowed("administrator")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class KeyResource {
    private final CurrentAgent current;
    private final ApiKeys keys;

    KeyResource(CurrentAgent current, ApiKeys keys) {
        this.current = current;
        this.keys = keys;
    }

    @GET
    public Uni<Page<ApiKeyDetails>> list() {
        return keys.all(current.agent().tenant()).map(all -> new Page<>(all, null));
    }

    @POST
    @Audited("key.make")
    public Uni<Response> issue(ApiKeys.@Nullable Wish wish) {
        return keys.issue(current.agent().tenant(), Checked.body(wish)).map(KeyResource::created);
    }

    @POST
    @Path("{id}/rotate")
    @Audited("key.replace")
    public Uni<Response> rotate(String id, ApiKeys.@Nullable Rotation wish) {
        return keys.rotate(current.agent().tenant(), Checked.pathId(id, "key"), wish).map(KeyResource::created);
    }

    private static Response created(ApiKeys.Issued issued) {
        return Response.status(201).header("Location", "/v1/console/keys/" + issued.details().id())
                .header("Cache-Control", "no-store").entity(issued).build();
    }

    @DELETE
    @Path("{id}")
    @Audited("key.revoke")
    public Uni<Void> revoke(String id) {
        return keys.revoke(current.agent().tenant(), Checked.pathId(id, "key"));
    }
}
