package dev.parley.console;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.parley.access.CurrentAgent;
import dev.parley.agent.Agent;
import dev.parley.conversation.AgentMessage;
import dev.parley.conversation.AgentMessages;
import dev.parley.conversation.ConversationMarks;
import dev.parley.conversation.Priority;
import dev.parley.desk.Inbox;
import dev.parley.desk.NewNote;
import dev.parley.desk.Notes;
import dev.parley.platform.Checked;
import dev.parley.rest.Page;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/console/conversations/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("agent")
public class AgentConversationResource {
    private final CurrentAgent current;
    private final AgentMessages messages;
    private final Notes notes;
    private final ConversationMarks files;
    private final Inbox inbox;

    AgentConversationResource(CurrentAgent current, AgentMessages messages, Notes notes, ConversationMarks files,
            Inbox inbox) {
        this.current = current;
        this.messages = messages;
        this.notes = notes;
        this.files = files;
        this.inbox = inbox;
    }

    @Operation(operationId = "sayAsAgent", summary = "Sends a message to the visitor",
            description = "`id` is a UUID made by the client; sending it again is safe.")
    @APIResponse(responseCode = "200", description = "The message.")
    @APIResponse(responseCode = "409", description = "`not_owner`, `attachment_gone`.")
    @POST
    @Path("messages")
    public Uni<LineResponse> say(String id, @NotNull @Valid AgentConversationRequests.Say request) {
        Agent agent = current.agent();
        AgentMessage message = new AgentMessage(Checked.id(request.id(), "id"), agent.id(), agent.name(),
                request.text() == null ? "" : request.text(), ids(request.attachments(), "attachments"));
        return messages.record(agent.tenant(), conversation(id), message).map(LineResponse::of);
    }

    @Operation(operationId = "listNotes", summary = "Lists the notes among colleagues")
    @APIResponse(responseCode = "200", description = "All of them, oldest first.")
    @GET
    @Path("notes")
    public Uni<Page<NoteResponse>> notes(String id) {
        Agent agent = current.agent();
        return inbox.get(agent.tenant(), agent.id(), conversation(id))
                .chain(found -> notes.of(agent.tenant(), found.id()))
                .map(all -> Page.of(all, NoteResponse::of));
    }

    @Operation(operationId = "addNote", summary = "Adds a note",
            description = "`id` is a UUID made by the client; sending it again is safe.")
    @APIResponse(responseCode = "200", description = "The note.")
    @POST
    @Path("notes")
    public Uni<NoteResponse> write(String id, @NotNull @Valid AgentConversationRequests.Write request) {
        List<UUID> mentions = ids(request.mentions(), "mentions");
        NewNote note = new NewNote(Checked.id(request.id(), "id"), request.text() == null ? "" : request.text(),
                mentions);
        return notes.add(current.agent(), conversation(id), note).map(NoteResponse::of);
    }

    @Operation(operationId = "setLabels", summary = "Sets all of a conversation's labels")
    @APIResponse(responseCode = "200", description = "The conversation.")
    @PUT
    @Path("labels")
    public Uni<InboxItemResponse> label(String id, @NotNull @Valid AgentConversationRequests.Labels body) {
        List<String> request = body.labels();
        List<String> labels = request == null
                ? List.of()
                : request.stream().map(label -> Checked.text(label, "labels", 50)).toList();
        return item(id, files.setLabels(current.agent().tenant(), conversation(id), labels));
    }

    @Operation(operationId = "setPriority", summary = "Sets a conversation's priority",
            description = "`low`, `normal`, `high` or `urgent`.")
    @APIResponse(responseCode = "200", description = "The conversation.")
    @PUT
    @Path("priority")
    public Uni<InboxItemResponse> prioritize(String id, @NotNull @Valid AgentConversationRequests.Urgency body) {
        Priority priority = Priority.of(body.priority());
        return item(id, files.setPriority(current.agent().tenant(), conversation(id), priority));
    }

    @Operation(operationId = "snooze", summary = "Puts a conversation out of sight until a time",
            description = "Null brings it back at once.")
    @APIResponse(responseCode = "200", description = "The conversation.")
    @PUT
    @Path("snooze")
    public Uni<InboxItemResponse> snooze(String id, @NotNull @Valid AgentConversationRequests.Snooze body) {
        return item(id, files.snooze(current.agent().tenant(), conversation(id), body.until()));
    }

    @Operation(operationId = "markRead", summary = "Remembers how far the agent has read")
    @APIResponse(responseCode = "204", description = "It is remembered.")
    @PUT
    @Path("read")
    public Uni<Void> read(String id, @NotNull @Valid AgentConversationRequests.Read body) {
        Agent agent = current.agent();
        long seq = Math.max(0, body.seq());
        return inbox.get(agent.tenant(), agent.id(), conversation(id))
                .chain(found -> files.read(agent.tenant(), found.id(), agent.id(), seq));
    }

    private Uni<InboxItemResponse> item(String id, Uni<Void> change) {
        Agent agent = current.agent();
        return change.chain(() -> inbox.get(agent.tenant(), agent.id(), conversation(id))).map(InboxItemResponse::of);
    }

    private static List<UUID> ids(@Nullable List<String> texts, String field) {
        return texts == null ? List.of() : texts.stream().map(each -> Checked.id(each, field)).distinct().toList();
    }

    private static UUID conversation(String id) {
        return Checked.pathId(id, "conversation");
    }
}
