package dev.parley.console;

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

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.access.CurrentAgent;
import dev.parley.conversation.answer.Supervision;
import dev.parley.conversation.answer.Supervision.Held;
import dev.parley.conversation.answer.Supervision.SupervisionState;
import dev.parley.platform.Checked;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/console/conversations/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("supervisor")
public class SupervisionResource {
    private final CurrentAgent current;
    private final Supervision supervision;

    SupervisionResource(CurrentAgent current, Supervision supervision) {
        this.current = current;
        this.supervision = supervision;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SupervisionResponse(@Nullable String whisper, boolean held, java.util.List<Held> waiting) {
        static SupervisionResponse of(SupervisionState state) {
            return new SupervisionResponse(state.whisper(), state.held(), state.waiting());
        }
    }

    /** A hint for the next answer; null clears it. */
    public record Whisper(@Nullable String text) {}

    public record Hold(@NotNull(message = "is true or false.") Boolean on) {}

    /** {@code text} is null to release the answer unchanged. */
    public record Release(@Nullable String text) {}

    @Operation(operationId = "getSupervision", summary = "Tells what stands between the bot and the visitor")
    @APIResponse(responseCode = "200", description = "The whisper, and the answers that wait.")
    @GET
    @Path("supervision")
    public Uni<SupervisionResponse> get(String id) {
        return standing(conversation(id));
    }

    @Operation(operationId = "whisper", summary = "Gives the bot an instruction for its next answer",
            description = "Null takes it back.")
    @APIResponse(responseCode = "200", description = "How it stands now.")
    @PUT
    @Path("whisper")
    public Uni<SupervisionResponse> whisper(String id, @NotNull @Valid Whisper body) {
        UUID conversation = conversation(id);
        return supervision.whisper(tenant(), conversation, body.text())
                .chain(() -> standing(conversation));
    }

    @Operation(operationId = "hold", summary = "Has the bot's answers wait for approval")
    @APIResponse(responseCode = "200", description = "How it stands now.")
    @PUT
    @Path("hold")
    public Uni<SupervisionResponse> hold(String id, @NotNull @Valid Hold body) {
        UUID conversation = conversation(id);
        return supervision.hold(tenant(), conversation, body.on()).chain(() -> standing(conversation));
    }

    @Operation(operationId = "release", summary = "Releases an answer, unchanged or edited")
    @APIResponse(responseCode = "200", description = "The message.")
    @APIResponse(responseCode = "409", description = "`not_held`: the owner has changed, or it has been sent.")
    @POST
    @Path("held/{answer}/release")
    public Uni<LineResponse> release(String id, String answer, @Nullable Release body) {
        return supervision.release(tenant(), conversation(id), Checked.pathId(answer, "answer"),
                body == null ? null : body.text()).map(LineResponse::of);
    }

    private Uni<SupervisionResponse> standing(UUID conversation) {
        return supervision.of(tenant(), conversation).map(SupervisionResponse::of);
    }

    private TenantId tenant() {
        return current.agent().tenant();
    }

    private static UUID conversation(String id) {
        return Checked.pathId(id, "conversation");
    }
}
