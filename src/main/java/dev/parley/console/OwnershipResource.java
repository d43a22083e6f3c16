package dev.parley.console;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
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
import org.jspecify.annotations.Nullable;

/** Taking a conversation over, and handing it on. Each answers with the conversation's line as it is then. */
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

    @POST
    @Path("claim")
    public Uni<InboxItemResponse> claim(String id) {
        return line(claims.claim(current.agent(), conversation(id)));
    }

    @POST
    @Path("assign")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<InboxItemResponse> assign(String id, DeskRequests.@Nullable Assign body) {
        UUID to = Checked.id(Checked.body(body).agent(), "agent");
        return line(claims.assign(current.agent(), conversation(id), to));
    }

    @POST
    @Path("requeue")
    public Uni<InboxItemResponse> requeue(String id) {
        return line(claims.requeue(current.agent(), conversation(id)));
    }

    @POST
    @Path("return")
    public Uni<InboxItemResponse> returnToBot(String id) {
        return line(claims.returnToBot(current.agent(), conversation(id)));
    }

    @POST
    @Path("close")
    public Uni<InboxItemResponse> close(String id) {
        return line(claims.close(current.agent(), conversation(id)));
    }

    @POST
    @Path("reopen")
    public Uni<InboxItemResponse> reopen(String id) {
        return line(claims.reopen(current.agent(), conversation(id)));
    }

    private Uni<InboxItemResponse> line(Uni<Conversation> changed) {
        Agent agent = current.agent();
        return changed.chain(now -> inbox.get(agent.tenant(), agent.id(), now.id())).map(InboxItemResponse::of);
    }

    private static UUID conversation(String id) {
        return Checked.pathId(id, "conversation");
    }
}
