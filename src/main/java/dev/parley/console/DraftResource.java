package dev.parley.console;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.parley.access.CurrentAgent;
import dev.parley.agent.Agent;
import dev.parley.conversation.Conversations;
import dev.parley.desk.Drafts;
import dev.parley.desk.Drafts.Draft;
import dev.parley.platform.Checked;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

@Path("/v1/console/conversations/{id}/draft")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("agent")
public class DraftResource {
    private final CurrentAgent current;
    private final Conversations conversations;
    private final Drafts drafts;

    DraftResource(CurrentAgent current, Conversations conversations, Drafts drafts) {
        this.current = current;
        this.conversations = conversations;
        this.drafts = drafts;
    }

    @Operation(operationId = "getDraft", summary = "Reads one's own draft")
    @APIResponse(responseCode = "200", description = "An empty text when there is none.")
    @GET
    public Uni<Draft> get(String id) {
        Agent agent = current.agent();
        return known(agent, id).chain(conversation -> drafts.of(agent, conversation));
    }

    @Operation(operationId = "keepDraft", summary = "Keeps one's own draft", description = "An empty text removes it.")
    @APIResponse(responseCode = "200", description = "The draft.")
    @PUT
    public Uni<Draft> keep(String id, @NotNull @Valid DraftRequest body) {
        Agent agent = current.agent();
        String text = body.text();
        return known(agent, id).chain(conversation -> drafts.keep(agent, conversation, text == null ? "" : text));
    }

    private Uni<UUID> known(Agent agent, String id) {
        return conversations.get(agent.tenant(), Checked.pathId(id, "conversation")).map(found -> found.id());
    }
}
