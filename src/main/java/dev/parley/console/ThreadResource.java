package dev.parley.console;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.parley.access.CurrentAgent;
import dev.parley.action.ActionCalls;
import dev.parley.action.ActionRecord;
import dev.parley.agent.Agent;
import dev.parley.agent.AgentPreferences;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Message;
import dev.parley.conversation.answer.Answers;
import dev.parley.conversation.answer.Evidence;
import dev.parley.desk.Inbox;
import dev.parley.desk.InboxItem;
import dev.parley.platform.Checked;
import dev.parley.platform.ParleyException;
import dev.parley.rest.Page;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/console/conversations/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("agent")
public class ThreadResource {
    private static final int EARLIER = 10;
    private static final int LARGEST_PAGE = 200;

    private final CurrentAgent current;
    private final Conversations conversations;
    private final Answers answers;
    private final Inbox inbox;
    private final ActionCalls actions;
    private final AgentPreferences preferences;

    ThreadResource(CurrentAgent current, Conversations conversations, Answers answers, Inbox inbox,
            ActionCalls actions, AgentPreferences preferences) {
        this.current = current;
        this.conversations = conversations;
        this.answers = answers;
        this.inbox = inbox;
        this.actions = actions;
        this.preferences = preferences;
    }

    /** {@code actions} changed something or needed consent, oldest first; {@code earlier} is newest first. */
    public record ContextResponse(InboxItemResponse conversation,
            @Schema(implementation = Map.class,
                    description = "A JSON object of the shop's own.") @JsonRawValue String attributes,
            List<ActionRecord> actions, List<InboxItemResponse> earlier) {}

    public record EvidenceResponse(long seq, Evidence evidence) {}

    @Operation(operationId = "getConversationContext",
            summary = "Shows a conversation with what stands beside its thread")
    @APIResponse(responseCode = "200",
            description = "The conversation, what the bot did in it, and the visitor's earlier ones.")
    @GET
    public Uni<ContextResponse> context(String id) {
        Agent agent = current.agent();
        return conversations.get(agent.tenant(), conversation(id))
                .chain(found -> inbox.get(agent.tenant(), agent.id(), found.id())
                        .chain(item -> Uni.combine().all()
                                .unis(actions.list(agent.tenant(), found.id()),
                                        inbox.ofVisitor(agent.tenant(), agent.id(), item.visitor(), EARLIER + 1))
                                .with((done, all) -> new ContextResponse(InboxItemResponse.of(item),
                                        found.attributes(), done, others(all, item)))));
    }

    private static List<InboxItemResponse> others(List<InboxItem> all, InboxItem item) {
        return all.stream().filter(each -> !each.id().equals(item.id())).limit(EARLIER).map(InboxItemResponse::of)
                .toList();
    }

    /** Oldest first; the cursor is the number to continue before. */
    @Operation(operationId = "readThread", summary = "Reads the newest messages before a number, oldest first")
    @APIResponse(responseCode = "200", description = "A page of them; go on with `before` as `next_cursor` says.")
    @GET
    @Path("messages")
    public Uni<Page<LineResponse>> messages(String id,
            @Parameter(description = "Only those before this number.",
                    example = "120") @QueryParam("before") @DefaultValue("9223372036854775807") String before,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(LARGEST_PAGE) int size) {
        Agent agent = current.agent();
        long end = seq(before);
        return conversations.get(agent.tenant(), conversation(id))
                .chain(found -> conversations.messagesBefore(agent.tenant(), found.id(), end, size))
                .chain(found -> preferences.of(agent)
                        .map(set -> new Page<>(found.stream().map(message -> message.readIn(set.readsIn()))
                                .map(LineResponse::of).toList(), cursor(found))));
    }

    private static @Nullable String cursor(List<Message> found) {
        return found.isEmpty() || found.getFirst().seq() == 1 ? null : Long.toString(found.getFirst().seq());
    }

    @Operation(operationId = "getEvidence", summary = "Shows what an answer of the bot stands on")
    @APIResponse(responseCode = "200", description = "What was understood, found and asked, and what it came to.")
    @GET
    @Path("messages/{seq}/evidence")
    public Uni<EvidenceResponse> evidence(String id, String seq) {
        Agent agent = current.agent();
        long number = seq(seq);
        return answers.evidence(agent.tenant(), conversation(id), number)
                .map(evidence -> new EvidenceResponse(number, evidence));
    }

    static long seq(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            throw ParleyException.notFound("message");
        }
    }

    private static UUID conversation(String id) {
        return Checked.pathId(id, "conversation");
    }
}
