package dev.parley.console;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parley.lane.LaneEditor;
import dev.parley.lane.LaneEditor.WantedLanes;
import dev.parley.lane.LanesBody;
import dev.parley.tenant.CurrentAgent;
import dev.parley.tenant.ModelSettings;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** The models that the shop brings, in the order in which they are asked, and how each is doing. */
@Path("/v1/console/lanes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class LanesResource {
    private final CurrentAgent current;
    private final LaneEditor office;

    LanesResource(CurrentAgent current, LaneEditor office) {
        this.current = current;
        this.office = office;
    }

    /**
     * The shop's lanes.
     *
     * @param operator the operator's models, which answer while the shop brings none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LanesResponse(@JsonUnwrapped LanesBody own, List<LaneEditor.Shared> operator) {}

    @GET
    @RolesAllowed("supervisor")
    public Uni<LanesResponse> get() {
        TenantId tenant = current.agent().tenant();
        return office.get(tenant).map(settings -> response(tenant, settings));
    }

    /** Replaces the whole list; an empty one means the operator's models. */
    @PUT
    @RolesAllowed("administrator")
    @Audited("lanes.change")
    public Uni<LanesResponse> replace(@Nullable LanesBody body) {
        TenantId tenant = current.agent().tenant();
        LanesBody wish = Checked.body(body);
        return office
                .replace(tenant, new WantedLanes(wish.wanted(), wish.wantedSpeech()), wish.stayIn(), wish.moderation(),
                        null)
                .map(settings -> response(tenant, settings));
    }

    private LanesResponse response(TenantId tenant, ModelSettings settings) {
        return new LanesResponse(LanesBody.of(settings, office.standings(tenant)), office.shared());
    }
}
