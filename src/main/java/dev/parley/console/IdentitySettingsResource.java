package dev.parley.console;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.parley.platform.Checked;
import dev.parley.rest.Audited;
import dev.parley.tenant.CurrentAgent;
import dev.parley.tenant.IdentityBody;
import dev.parley.tenant.IdentityOffice;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** How the shop's visitors prove which customer they are; the same as `/v1/identity`. */
@Path("/v1/console/settings/identity")
@RolesAllowed("administrator")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class IdentitySettingsResource {
    private final CurrentAgent current;
    private final IdentityOffice office;

    IdentitySettingsResource(CurrentAgent current, IdentityOffice office) {
        this.current = current;
        this.office = office;
    }

    @GET
    public Uni<IdentityBody> get() {
        return office.get(current.agent().tenant());
    }

    @PUT
    @Audited("identity.change")
    public Uni<IdentityBody> set(@Nullable IdentityBody body) {
        return office.set(current.agent().tenant(), body);
    }

    @POST
    @Path("secrets")
    @Audited("identity.add_secret")
    public Uni<Response> addSecret(IdentityBody.@Nullable NewSecret body) {
        return office.addSecret(current.agent().tenant(), body == null ? null : body.secret())
                .map(made -> Response.status(201).header("Cache-Control", "no-store").entity(made).build());
    }

    @DELETE
    @Path("secrets/{id}")
    @Audited("identity.remove_secret")
    public Uni<Void> removeSecret(String id) {
        return office.removeSecret(current.agent().tenant(), Checked.pathId(id, "secret"));
    }
}
