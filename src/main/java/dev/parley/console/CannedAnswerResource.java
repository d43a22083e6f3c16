package dev.parley.console;

import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.access.CurrentAgent;
import dev.parley.desk.CannedAnswer;
import dev.parley.desk.CannedAnswers;
import dev.parley.platform.Checked;
import dev.parley.rest.Audited;
import dev.parley.rest.Page;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

@Path("/v1/console/canned-answers")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CannedAnswerResource {
    private final CurrentAgent current;
    private final CannedAnswers answers;

    CannedAnswerResource(CurrentAgent current, CannedAnswers answers) {
        this.current = current;
        this.answers = answers;
    }

    @JsonNaming(SnakeCaseStrategy.class)
    public record CannedResponse(UUID id, String shortcut, String text, Instant updatedAt,
            @Schema(description = "For `If-Match`.") String etag) {
        static CannedResponse of(CannedAnswer answer) {
            return new CannedResponse(answer.id(), answer.shortcut(), answer.text(), answer.updatedAt(), answer.etag());
        }
    }

    @Operation(operationId = "listCannedAnswers", summary = "Lists texts that agents insert with a slash")
    @APIResponse(responseCode = "200", description = "All of them.")
    @GET
    @RolesAllowed("agent")
    public Uni<Page<CannedResponse>> list() {
        return answers.all(current.agent().tenant()).map(all -> Page.of(all, CannedResponse::of));
    }

    @Operation(operationId = "addCannedAnswer", summary = "Adds a canned answer")
    @APIResponseSchema(value = CannedAnswerResource.CannedResponse.class, responseCode = "201",
            responseDescription = "The canned answer.")
    @APIResponse(responseCode = "409", description = "`shortcut_taken`.")
    @POST
    @RolesAllowed("supervisor")
    @Audited("canned_answer.add")
    public Uni<Response> add(@NotNull @Valid CannedAnswerRequest request) {
        return answers
                .add(current.agent().tenant(), request.shortcut(),
                        request.text())
                .map(added -> Response.status(201).header("Location", "/v1/console/canned-answers/" + added.id())
                        .entity(CannedResponse.of(added)).build());
    }

    @Operation(operationId = "changeCannedAnswer", summary = "Changes a canned answer")
    @APIResponse(responseCode = "200", description = "The canned answer.")
    @APIResponse(responseCode = "409", description = "`shortcut_taken`.")
    @PUT
    @Path("{id}")
    @RolesAllowed("supervisor")
    @Audited("canned_answer.change")
    public Uni<CannedResponse> change(String id, @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid CannedAnswerRequest request) {
        UUID known = Checked.pathId(id, "canned answer");
        return answers.change(current.agent().tenant(), known, request.shortcut(),
                request.text(), ifMatch).map(CannedResponse::of);
    }

    @Operation(operationId = "removeCannedAnswer", summary = "Removes a canned answer")
    @APIResponse(responseCode = "204", description = "Deleted.")
    @DELETE
    @Path("{id}")
    @RolesAllowed("supervisor")
    @Audited("canned_answer.remove")
    public Uni<Void> remove(String id) {
        return answers.remove(current.agent().tenant(), Checked.pathId(id, "canned answer"));
    }
}
