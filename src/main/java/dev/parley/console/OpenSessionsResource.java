package dev.parley.console;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.parley.tenant.Agent;
import dev.parley.tenant.AgentSessions;
import dev.parley.tenant.Agents;
import dev.parley.tenant.CurrentAgent;
import io.smallrye.mutiny.Uni;

/** In which browsers agents are signed in: everybody's own, and for administrators all. */
@Path("/v1/console")
@Produces(MediaType.APPLICATION_JSON)
public class OpenSessionsResource {
    private final CurrentAgent current;
    private final Agents agents;
    private final AgentSessions sessions;

    OpenSessionsResource(CurrentAgent current, Agents agents, AgentSessions sessions) {
        this.current = current;
        this.agents = agents;
        this.sessions = sessions;
    }

    @GET
    @Path("sessions")
    @RolesAllowed("agent")
    public Uni<ItemsResponse<OpenSessionResponse>> own() {
        return of(current.agent());
    }

    @DELETE
    @Path("sessions/{id}")
    @RolesAllowed("agent")
    public Uni<Void> closeOwn(String id) {
        Agent agent = current.agent();
        return sessions.close(agent.tenant(), agent.id(), Checked.pathId(id, "session"));
    }

    @GET
    @Path("agents/{id}/sessions")
    @RolesAllowed("administrator")
    public Uni<ItemsResponse<OpenSessionResponse>> of(String id) {
        return agents.get(current.agent().tenant(), Checked.pathId(id, "agent")).chain(this::of);
    }

    @DELETE
    @Path("agents/{id}/sessions")
    @RolesAllowed("administrator")
    public Uni<Void> closeAll(String id) {
        return agents.get(current.agent().tenant(), Checked.pathId(id, "agent"))
                .chain(agent -> sessions.closeAll(agent.tenant(), agent.id()));
    }

    private Uni<ItemsResponse<OpenSessionResponse>> of(Agent agent) {
        UUID asking = current.signedIn().session();
        return sessions.of(agent.tenant(), agent.id())
                .map(open -> ItemsResponse.of(open, each -> OpenSessionResponse.of(each, asking)));
    }
}
