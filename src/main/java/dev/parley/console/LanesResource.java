package dev.parley.console;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parley.lane.LaneEditor;
import dev.parley.lane.LaneEditor.WantedLanes;
import dev.parley.lane.LanesBody;
import dev.parley.platform.Checked;
import dev.parley.rest.Audited;
import dev.parley.tenant.CurrentAgent;
import dev.parley.tenant.ModelSettings;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
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
    @APIResponseSchema(value = LanesResponse.class, responseCode = "200")
    public Uni<Response> get() {
        TenantId tenant = current.agent().tenant();
        return office.get(tenant).map(settings -> shown(tenant, settings));
    }

    /** Replaces the whole list, unless somebody has changed it since `If-Match`; an empty one means the operator's models. */
    @PUT
    @RolesAllowed("administrator")
    @Audited("lanes.change")
    @APIResponseSchema(value = LanesResponse.class, responseCode = "200")
    public Uni<Response> replace(@HeaderParam("If-Match") @Nullable String ifMatch, @Nullable LanesBody body) {
        TenantId tenant = current.agent().tenant();
        LanesBody wish = Checked.body(body);
        return office
                .replace(tenant, new WantedLanes(wish.wanted(), wish.wantedSpeech()), wish.stayIn(), wish.moderation(),
                        ifMatch)
                .map(settings -> shown(tenant, settings));
    }

    /** The tag is of the settings alone: how the lanes are doing changes by itself. */
    private Response shown(TenantId tenant, ModelSettings settings) {
        return Response.ok(new LanesResponse(LanesBody.of(settings, office.standings(tenant)), office.shared()))
                .header("ETag", settings.etag()).build();
    }
}
