package dev.parley.console.account;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.parley.access.CurrentAgent;
import dev.parley.agent.Agents;
import dev.parley.platform.Checked;
import dev.parley.rest.Audited;
import dev.parley.rest.Page;
import dev.parley.signin.AgentSessions;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** A colleague's sessions. A separate class, since JAX-RS matches an address in one class only. */
@Path("/v1/console/agents/{id}/sessions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("administrator")
public class AgentSessionsResource {
    private final CurrentAgent current;
    private final Agents agents;
    private final AgentSessions sessions;

    AgentSessionsResource(CurrentAgent current, Agents agents, AgentSessions sessions) {
        this.current = current;
        this.agents = agents;
        this.sessions = sessions;
    }

    @Operation(operationId = "listAgentSessions", summary = "Lists an agent's sessions")
    @APIResponse(responseCode = "200", description = "All of them.")
    @GET
    public Uni<Page<OpenSessionResponse>> list(String id) {
        UUID asking = current.signedIn().session();
        return agents.get(current.agent().tenant(), Checked.pathId(id, "agent"))
                .chain(agent -> sessions.of(agent.tenant(), agent.id()))
                .map(open -> Page.of(open, each -> OpenSessionResponse.of(each, asking)));
    }

    @Operation(operationId = "endAgentSessions", summary = "Signs an agent out everywhere")
    @APIResponse(responseCode = "204", description = "All have ended.")
    @DELETE
    @Audited("agent.sign_out")
    public Uni<Void> closeAll(String id) {
        return agents.get(current.agent().tenant(), Checked.pathId(id, "agent"))
                .chain(agent -> sessions.closeAll(agent.tenant(), agent.id()));
    }
}
