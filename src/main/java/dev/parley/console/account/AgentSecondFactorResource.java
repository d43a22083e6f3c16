package dev.parley.console.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.parley.access.CurrentAgent;
import dev.parley.agent.Agents;
import dev.parley.console.account.SecondFactorResource.StateResponse;
import dev.parley.platform.Checked;
import dev.parley.rest.Audited;
import dev.parley.signin.SecondFactors;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Resets a colleague's second factor after a loss of authenticator and codes. */
@Path("/v1/console/agents/{id}/second-factor")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("administrator")
public class AgentSecondFactorResource {
    private final CurrentAgent current;
    private final Agents agents;
    private final SecondFactors factors;

    AgentSecondFactorResource(CurrentAgent current, Agents agents, SecondFactors factors) {
        this.current = current;
        this.agents = agents;
        this.factors = factors;
    }

    @Operation(operationId = "getAgentSecondFactor", summary = "Tells how an agent's second factor stands")
    @APIResponse(responseCode = "200", description = "How it stands.")
    @GET
    public Uni<StateResponse> get(String id) {
        return agents.get(current.agent().tenant(), Checked.pathId(id, "agent"))
                .chain(factors::of)
                .map(StateResponse::of);
    }

    /** From then on the password suffices. */
    @Operation(operationId = "resetAgentSecondFactor", summary = "Takes an agent's second factor off",
            description = "The agent can sign in with the password alone again.")
    @APIResponse(responseCode = "204", description = "It is off.")
    @DELETE
    @Audited("agent.reset_second_factor")
    public Uni<Void> reset(String id) {
        return agents.get(current.agent().tenant(), Checked.pathId(id, "agent")).chain(factors::reset);
    }
}
