package dev.parley.console;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.access.CurrentAgent;
import dev.parley.conversation.Priority;
import dev.parley.desk.InboxView;
import dev.parley.desk.SavedView;
import dev.parley.desk.SavedView.Filter;
import dev.parley.desk.SavedViews;
import dev.parley.platform.Checked;
import dev.parley.rest.Page;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

@Path("/v1/console/views")
@RolesAllowed("agent")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SavedViewResource {
    private final CurrentAgent current;
    private final SavedViews views;

    SavedViewResource(CurrentAgent current, SavedViews views) {
        this.current = current;
        this.views = views;
    }

    /** The fields are the inbox's parameters. */
    @JsonIgnoreProperties({"id", "etag"})
    public record ViewRequest(@NotBlank String name, @Nullable Boolean shared, @NotBlank String view,
            @Nullable String label, @Nullable String priority, @Nullable String agent) {
        Filter filter() {
            return new Filter(name, InboxView.of(view), label,
                    priority == null ? null : Priority.of(priority),
                    agent == null ? null : Checked.id(agent, "agent"));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ViewResponse(UUID id, String name, boolean shared, @Schema(enumeration = {
            "all", "mine", "waiting", "with_bot", "snoozed", "closed"}) String view, @Nullable String label,
            @Schema(enumeration = {"low", "normal", "high", "urgent"}) @Nullable String priority, @Nullable UUID agent,
            @Schema(description = "For `If-Match`.") String etag){
        static ViewResponse of(SavedView view) {
            Filter filter = view.filter();
            Priority priority = filter.priority();
            return new ViewResponse(view.id(), filter.name(), view.shared(), filter.view().wire(), filter.label(),
                    priority == null ? null : priority.wire(), filter.agent(), view.etag());
        }
    }

    /** Ids of views in the agent's order. */
    public record OrderRequest(@NotNull(message = "must be a list of ids.") List<@Nullable String> views) {
        List<UUID> ids() {
            return views.stream().map(id -> Checked.id(id, "views")).toList();
        }
    }

    @Operation(operationId = "listViews", summary = "Lists one's own views of the inbox and everybody's")
    @APIResponse(responseCode = "200", description = "In one's own order.")
    @GET
    public Uni<Page<ViewResponse>> list() {
        return views.of(current.agent()).map(all -> Page.of(all, ViewResponse::of));
    }

    @Operation(operationId = "addView", summary = "Keeps a view of the inbox",
            description = "`shared` needs a supervisor.")
    @APIResponseSchema(value = SavedViewResource.ViewResponse.class, responseCode = "201",
            responseDescription = "The view.")
    @APIResponse(responseCode = "409", description = "`too_many_views`: 100 are kept.")
    @POST
    public Uni<Response> add(@NotNull @Valid ViewRequest request) {
        return views.add(current.agent(), Boolean.TRUE.equals(request.shared()), request.filter())
                .map(view -> Response.status(201).header("Location", "/v1/console/views/" + view.id())
                        .entity(ViewResponse.of(view)).build());
    }

    @Operation(operationId = "changeView", summary = "Changes a view",
            description = "Those that are or become shared need a supervisor.")
    @APIResponse(responseCode = "200", description = "The view.")
    @PUT
    @Path("{id}")
    public Uni<ViewResponse> change(String id, @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ViewRequest request) {
        return views.change(current.agent(), Checked.pathId(id, "view"), request.shared(), request.filter(),
                ifMatch).map(ViewResponse::of);
    }

    @Operation(operationId = "removeView", summary = "Removes a view",
            description = "Shared ones need a supervisor.")
    @APIResponse(responseCode = "204", description = "Deleted.")
    @DELETE
    @Path("{id}")
    @Consumes(MediaType.WILDCARD)
    public Uni<Void> remove(String id) {
        return views.remove(current.agent(), Checked.pathId(id, "view"));
    }

    @Operation(operationId = "orderViews", summary = "Puts views in order, for oneself")
    @APIResponse(responseCode = "200", description = "All views, in one's own order.")
    @PUT
    @Path("order")
    public Uni<Page<ViewResponse>> order(@NotNull @Valid OrderRequest body) {
        return views.order(current.agent(), body.ids())
                .map(all -> Page.of(all, ViewResponse::of));
    }
}
