package dev.parley.console;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.parley.access.CurrentAgent;
import dev.parley.agent.Agent;
import dev.parley.conversation.Conversation;
import dev.parley.desk.Inbox;
import dev.parley.handoff.Claims;
import dev.parley.platform.Checked;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Claims and transfers; each answers with the changed inbox item. */
@Path("/v1/console/conversations/{id}")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("agent")
public class OwnershipResource {
    private final CurrentAgent current;
    private final Claims claims;
    private final Inbox inbox;

    OwnershipResource(CurrentAgent current, Claims claims, Inbox inbox) {
        this.current = current;
        this.claims = claims;
        this.inbox = inbox;
    }

    @Operation(operationId = "claim", summary = "Takes a conversation")
    @APIResponse(responseCode = "200", description = "The conversation.")
    @APIResponse(responseCode = "409", description = "`already_claimed` names the owner.")
    @POST
    @Path("claim")
    public Uni<InboxItemResponse> claim(String id) {
        return item(claims.claim(current.agent(), conversation(id)));
    }

    @Operation(operationId = "assign", summary = "Gives a conversation to a colleague")
    @APIResponse(responseCode = "200", description = "The conversation.")
    @APIResponse(responseCode = "409", description = "`not_owner`, `agent_not_working`.")
    @POST
    @Path("assign")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<InboxItemResponse> assign(String id, @NotNull @Valid AgentConversationRequests.Assign body) {
        UUID to = Checked.id(body.agent(), "agent");
        return item(claims.assign(current.agent(), conversation(id), to));
    }

    @Operation(operationId = "requeue", summary = "Puts a conversation back into the line")
    @APIResponse(responseCode = "200", description = "The conversation.")
    @APIResponse(responseCode = "409", description = "`not_owner`.")
    @POST
    @Path("requeue")
    public Uni<InboxItemResponse> requeue(String id) {
        return item(claims.requeue(current.agent(), conversation(id)));
    }

    @Operation(operationId = "returnToBot", summary = "Gives a conversation back to the bot")
    @APIResponse(responseCode = "200", description = "The conversation.")
    @APIResponse(responseCode = "409", description = "`not_owner`.")
    @POST
    @Path("return")
    public Uni<InboxItemResponse> returnToBot(String id) {
        return item(claims.returnToBot(current.agent(), conversation(id)));
    }

    @Operation(operationId = "close", summary = "Ends a conversation")
    @APIResponse(responseCode = "200", description = "The conversation.")
    @APIResponse(responseCode = "409", description = "`not_owner`.")
    @POST
    @Path("close")
    public Uni<InboxItemResponse> close(String id) {
        return item(claims.close(current.agent(), conversation(id)));
    }

    @Operation(operationId = "reopen", summary = "Opens a conversation again, as the agent's own")
    @APIResponse(responseCode = "200", description = "The conversation.")
    @APIResponse(responseCode = "409", description = "It is not closed.")
    @POST
    @Path("reopen")
    public Uni<InboxItemResponse> reopen(String id) {
        return item(claims.reopen(current.agent(), conversation(id)));
    }

    private Uni<InboxItemResponse> item(Uni<Conversation> changed) {
        Agent agent = current.agent();
        return changed.chain(now -> inbox.get(agent.tenant(), agent.id(), now.id())).map(InboxItemResponse::of);
    }

    private static UUID conversation(String id) {
        return Checked.pathId(id, "conversation");
    }
}
