package dev.parley.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.parley.rest.CurrentShop;
import dev.parley.rest.NotAudited;
import dev.parley.speech.TranscriptionRequest.Task;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Recordings as text for any OpenAI client: only the base URL and the key differ. */
@Path("/openai/v1/audio")
@RolesAllowed("conversations")
@Consumes(MediaType.MULTIPART_FORM_DATA)
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, "application/x-subrip", "text/vtt"})
public class OpenAiAudioResource {
    private final CurrentShop tenant;
    private final AudioRequests requests;

    OpenAiAudioResource(CurrentShop tenant, AudioRequests requests) {
        this.tenant = tenant;
        this.requests = requests;
    }

    @POST
    @Path("transcriptions")
    @RequestBody(required = true, content = @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(implementation = AudioBody.class)))
    @APIResponseSchema(value = TranscriptionResponse.class, responseCode = "200")
    @NotAudited(because = NotAudited.CHANGES_NOTHING)
    public Uni<Response> transcribe(@Context RoutingContext exchange) {
        return requests.answer(tenant.id(), exchange, Task.TRANSCRIBE);
    }

    @POST
    @Path("translations")
    @RequestBody(required = true, content = @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(implementation = AudioBody.class)))
    @APIResponseSchema(value = TranscriptionResponse.class, responseCode = "200")
    @NotAudited(because = NotAudited.CHANGES_NOTHING)
    public Uni<Response> translate(@Context RoutingContext exchange) {
        return requests.answer(tenant.id(), exchange, Task.TRANSLATE);
    }
}
