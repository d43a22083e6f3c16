package dev.parley.console;

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
import dev.parley.assistant.Translator;
import dev.parley.conversation.attachment.Recording.Translation;
import dev.parley.platform.Checked;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/console/conversations/{id}/messages/{seq}/translation")
@RolesAllowed("agent")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TranslationResource {
    private final CurrentAgent current;
    private final Translator translator;

    TranslationResource(CurrentAgent current, Translator translator) {
        this.current = current;
        this.translator = translator;
    }

    /** {@code language} is a tag. */
    public record TranslationRequest(@Nullable String language) {}

    @Operation(operationId = "translateMessage", summary = "Has a message translated by a model",
            description = "Made once for each message and language, and stored (ledger kind `translation`).")
    @APIResponse(responseCode = "200", description = "The text.")
    @APIResponse(responseCode = "409", description = "`no_model`, `nothing_to_translate`, or a budget's code.")
    @POST
    public Uni<Translation> translate(String id, String seq, @NotNull @Valid TranslationRequest body) {
        Agent agent = current.agent();
        return translator.translate(agent.tenant(), Checked.pathId(id, "conversation"), ThreadResource.seq(seq),
                body.language());
    }
}
