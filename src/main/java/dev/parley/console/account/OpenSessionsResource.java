package dev.parley.console.account;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.parley.access.CurrentAgent;
import dev.parley.agent.Agent;
import dev.parley.platform.Checked;
import dev.parley.rest.Audited;
import dev.parley.rest.Page;
import dev.parley.signin.AgentSessions;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

@Path("/v1/console/sessions")
@Produces(MediaType.APPLICATION_JSON)
public class OpenSessionsResource {
    private final CurrentAgent current;
    private final AgentSessions sessions;

    OpenSessionsResource(CurrentAgent current, AgentSessions sessions) {
        this.current = current;
        this.sessions = sessions;
    }

    @Operation(operationId = "listSessions", summary = "Lists one's own sessions")
    @APIResponse(responseCode = "200", description = "All of them; `current` is the one that asks.")
    @GET
    @RolesAllowed("agent")
    public Uni<Page<OpenSessionResponse>> own() {
        return of(current.agent());
    }

    @Operation(operationId = "endSession", summary = "Ends one of the agent's own sessions",
            description = "Its sockets close within 5 s.")
    @APIResponse(responseCode = "204", description = "It has ended.")
    @DELETE
    @Path("{id}")
    @RolesAllowed("agent")
    @Audited("session.close")
    public Uni<Void> closeOwn(String id) {
        Agent agent = current.agent();
        return sessions.close(agent.tenant(), agent.id(), Checked.pathId(id, "session"));
    }

    private Uni<Page<OpenSessionResponse>> of(Agent agent) {
        UUID asking = current.signedIn().session();
        return sessions.of(agent.tenant(), agent.id())
                .map(open -> Page.of(open, each -> OpenSessionResponse.of(each, asking)));
    }
}
