package dev.parley.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import dev.parley.access.CurrentAgent;
import dev.parley.agent.Agent;
import dev.parley.conversation.Priority;
import dev.parley.desk.Inbox;
import dev.parley.desk.InboxItem;
import dev.parley.desk.InboxQuery;
import dev.parley.desk.InboxQuery.Cursor;
import dev.parley.desk.InboxView;
import dev.parley.platform.Checked;
import dev.parley.rest.Page;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/console/inbox")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("agent")
public class InboxResource {
    private static final int LARGEST_PAGE = 200;

    private final CurrentAgent current;
    private final Inbox inbox;

    InboxResource(CurrentAgent current, Inbox inbox) {
        this.current = current;
        this.inbox = inbox;
    }

    @Operation(operationId = "listInbox", summary = "Lists conversations, newest activity first")
    @APIResponse(responseCode = "200", description = "A page of them.")
    @GET
    public Uni<Page<InboxItemResponse>> list(
            @Parameter(description = "all, mine, waiting, with_bot, snoozed or closed.",
                    example = "waiting") @QueryParam("view") @DefaultValue("all") String view,
            @Parameter(description = "Only those with this label.") @QueryParam("label") @Nullable String label,
            @Parameter(
                    description = "Only those of this priority: low, normal, high or urgent.") @QueryParam("priority") @Nullable String priority,
            @Parameter(description = "Only those of this agent.") @QueryParam("agent") @Nullable String owner,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(LARGEST_PAGE) int limit) {
        Agent agent = current.agent();
        InboxQuery query = new InboxQuery(InboxView.of(view), label, priority == null ? null : Priority.of(priority),
                owner == null ? null : Checked.id(owner, "agent"), cursor == null ? null : Cursor.read(cursor),
                limit);
        return inbox.page(agent.tenant(), agent.id(), query).map(found -> page(found, query));
    }

    private static Page<InboxItemResponse> page(List<InboxItem> found, InboxQuery query) {
        return new Page<>(found.stream().map(InboxItemResponse::of).toList(),
                found.size() < query.limit() ? null : Cursor.of(found.getLast()).wire());
    }

    /** {@link Inbox#MAX_COUNTED} means that many or more. */
    @Operation(operationId = "countInbox", summary = "Counts conversations by view",
            description = "1000 means that or more.")
    @APIResponse(responseCode = "200", description = "A number for each view.")
    @GET
    @Path("counts")
    public Uni<Map<String, Integer>> counts() {
        Agent agent = current.agent();
        return inbox.counts(agent.tenant(), agent.id()).map(counts -> {
            Map<String, Integer> byName = new LinkedHashMap<>();
            counts.forEach((view, count) -> byName.put(view.wire(), count));
            return byName;
        });
    }
}
