package dev.parley.console;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.parley.access.CurrentAgent;
import dev.parley.agent.Agent;
import dev.parley.agent.AgentDetails;
import dev.parley.agent.AgentRole;
import dev.parley.agent.Agents;
import dev.parley.console.account.AgentResponse;
import dev.parley.console.account.InvitedResponse;
import dev.parley.console.account.LinkMails;
import dev.parley.platform.Checked;
import dev.parley.platform.ParleyException;
import dev.parley.rest.Audited;
import dev.parley.rest.Page;
import dev.parley.signin.AgentLinks;
import dev.parley.signin.AgentLinks.Link;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

@Path("/v1/console/agents")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AgentResource {
    private final CurrentAgent current;
    private final Agents agents;
    private final AgentLinks links;
    private final LinkMails mails;

    AgentResource(CurrentAgent current, Agents agents, AgentLinks links, LinkMails mails) {
        this.current = current;
        this.agents = agents;
        this.links = links;
        this.mails = mails;
    }

    /** For every agent, to transfer to colleagues and mention them. */
    @Operation(operationId = "listAgents", summary = "Lists the shop's agents")
    @APIResponse(responseCode = "200", description = "All of them, also those who are disabled.")
    @GET
    @RolesAllowed("agent")
    public Uni<Page<AgentResponse>> list() {
        return agents.all(current.agent().tenant()).map(all -> Page.of(all, AgentResponse::of));
    }

    @Operation(operationId = "getAgent", summary = "Shows an agent")
    @APIResponse(responseCode = "200", description = "The agent.")
    @GET
    @Path("{id}")
    @RolesAllowed("agent")
    public Uni<AgentResponse> get(String id) {
        return agents.get(current.agent().tenant(), Checked.pathId(id, "agent")).map(AgentResponse::of);
    }

    /** Sends the link by mail or, without mail, returns it. */
    @Operation(operationId = "inviteAgent", summary = "Invites an agent",
            description = "`link` is in the answer only where no mail is set up.")
    @APIResponseSchema(value = InvitedResponse.class, responseCode = "201",
            responseDescription = "The agent and the link.")
    @APIResponse(responseCode = "409", description = "`email_taken`, or the shop may have no more agents.")
    @POST
    @RolesAllowed("administrator")
    @Audited("agent.invite")
    public Uni<Response> invite(@NotNull @Valid AgentRequest request) {
        AgentDetails details = new AgentDetails(Checked.required(request.email(), "email"),
                Checked.required(request.name(), "name"),
                request.role() == null ? AgentRole.AGENT : AgentRole.of(request.role()),
                request.capacity(), request.skills() == null ? List.of() : request.skills());
        return agents.invite(current.agent().tenant(), details)
                .chain(links::make)
                .map(link -> Response.status(201)
                        .header("Location", "/v1/console/agents/" + link.agent().id()).entity(told(link)).build());
    }

    /** After an expired invitation, or for a forgotten password without mail. */
    @Operation(operationId = "linkAgent", summary = "Makes a new link for an agent to choose a password")
    @APIResponse(responseCode = "200", description = "The agent and the link.")
    @POST
    @Path("{id}/link")
    @RolesAllowed("administrator")
    @Audited("agent.link")
    @Consumes(MediaType.WILDCARD)
    public Uni<InvitedResponse> link(String id) {
        return agents.get(current.agent().tenant(), Checked.pathId(id, "agent"))
                .chain(links::make)
                .map(this::told);
    }

    private InvitedResponse told(Link link) {
        mails.send(link);
        return new InvitedResponse(AgentResponse.of(link.agent()), mails.configured() ? null : mails.address(link),
                link.expiresAt());
    }

    @Operation(operationId = "changeAgent", summary = "Changes, disables or enables an agent",
            description = "Absent fields stay unchanged.")
    @APIResponse(responseCode = "200", description = "The agent.")
    @APIResponse(responseCode = "409", description = "`last_administrator`: a shop needs at least one.")
    @PATCH
    @Path("{id}")
    @RolesAllowed("administrator")
    @Audited("agent.change")
    public Uni<AgentResponse> change(String id, @NotNull @Valid AgentRequest request) {
        if (request.email() != null) {
            throw ParleyException.invalid("email_fixed", "An agent keeps its e-mail. Invite another one instead.");
        }
        return agents.get(current.agent().tenant(), Checked.pathId(id, "agent"))
                .chain(agent -> agents.update(agent.tenant(), agent.id(), changed(agent, request),
                        request.disabled() == null ? agent.disabled() : request.disabled()))
                .map(AgentResponse::of);
    }

    private static AgentDetails changed(Agent agent, AgentRequest request) {
        return new AgentDetails(agent.email(), request.name() == null ? agent.name() : request.name(),
                request.role() == null ? agent.role() : AgentRole.of(request.role()),
                request.capacity() == null ? agent.capacity() : request.capacity(),
                request.skills() == null ? agent.skills() : request.skills());
    }

    /** Disables only: the name appears in messages. */
    @Operation(operationId = "disableAgent", summary = "Disables an agent",
            description = "Not deleted: the name stands under messages.")
    @APIResponse(responseCode = "204", description = "The agent is disabled.")
    @APIResponse(responseCode = "409", description = "`last_administrator`: a shop needs at least one.")
    @DELETE
    @Path("{id}")
    @RolesAllowed("administrator")
    @Audited("agent.disable")
    public Uni<Void> disable(String id) {
        return agents.get(current.agent().tenant(), Checked.pathId(id, "agent"))
                .chain(agent -> agents.update(agent.tenant(), agent.id(),
                        changed(agent, new AgentRequest(null, null, null, null, null, null)), true))
                .replaceWithVoid();
    }
}
