package dev.parley.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.parley.platform.ParleyException;
import dev.parley.tenant.CurrentTenant;
import dev.parley.tenant.ModelSettings;
import dev.parley.turn.LaneOffice;
import dev.parley.turn.LanesBody;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** The models that a shop brings, in the order in which they are asked. */
@Path("/v1/lanes")
@RolesAllowed("admin")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class LaneResource {
    private final CurrentTenant tenant;
    private final LaneOffice office;

    LaneResource(CurrentTenant tenant, LaneOffice office) {
        this.tenant = tenant;
        this.office = office;
    }

    @GET
    @Consumes(MediaType.WILDCARD)
    public Uni<LanesBody> get() {
        return office.get(tenant.id()).map(this::body);
    }

    /** Replaces the whole list; an empty one means the operator's models. */
    @PUT
    public Uni<LanesBody> replace(@Nullable LanesBody body) {
        if (body == null) {
            throw ParleyException.invalid("bad_json", "Send a JSON object with `lanes`.");
        }
        return office.replace(tenant.id(), body.wanted(), body.stayIn(), body.moderation()).map(this::body);
    }

    private LanesBody body(ModelSettings settings) {
        return LanesBody.of(settings, office.standings(tenant.id()));
    }
}
