package dev.parley.console;

import java.util.List;
import java.util.UUID;

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

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.platform.Checked;
import dev.parley.rest.Audited;
import dev.parley.rest.Page;
import dev.parley.tenant.CurrentAgent;
import dev.parley.tenant.TenantId;
import dev.parley.tool.ReadyMade;
import dev.parley.tool.ToolResponse;
import dev.parley.tool.ToolWish;
import dev.parley.tool.Tools;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** What the shop lets its bot look up or do at the shop's own servers; the same as `/v1/tools`. */
@Path("/v1/console/tools")
@RolesAllowed("administrator")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ToolResource {
    private final CurrentAgent current;
    private final Tools tools;
    private final ReadyMade readyMade;

    ToolResource(CurrentAgent current, Tools tools, ReadyMade readyMade) {
        this.current = current;
        this.tools = tools;
        this.readyMade = readyMade;
    }

    private TenantId tenant() {
        return current.agent().tenant();
    }

    @GET
    public Uni<Page<ToolResponse>> list() {
        return tools.all(tenant()).map(all -> Page.of(all, ToolResponse::of));
    }

    /** Actions that most shops want: they lack an address. */
    @GET
    @Path("templates")
    public Page<JsonNode> templates() {
        return new Page<>(List.copyOf(readyMade.all()), null);
    }

    @POST
    @Audited("tool.add")
    public Uni<Response> create(@Nullable ToolWish wish) {
        return tools.add(tenant(), Checked.body(wish))
                .map(tool -> Response.status(201).header("Location", "/v1/console/tools/" + tool.id())
                        .entity(ToolResponse.of(tool)).build());
    }

    @GET
    @Path("{id}")
    public Uni<ToolResponse> get(String id) {
        return tools.get(tenant(), tool(id)).map(ToolResponse::of);
    }

    /** Replaces all of it; a secret that is left out stays while `url` leads to the same server. */
    @PUT
    @Path("{id}")
    @Audited("tool.change")
    public Uni<ToolResponse> replace(String id, @Nullable ToolWish wish) {
        return tools.change(tenant(), tool(id), Checked.body(wish)).map(ToolResponse::of);
    }

    @DELETE
    @Path("{id}")
    @Audited("tool.remove")
    public Uni<Void> delete(String id) {
        return tools.remove(tenant(), tool(id));
    }

    private static UUID tool(String text) {
        return Checked.pathId(text, "tool");
    }
}
