package dev.parley.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.parley.platform.ParleyException;
import dev.parley.rest.CurrentShop;
import dev.parley.rest.NotAudited;
import dev.parley.speech.TranscriptionRequest.Task;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Transcription in OpenAI's format, for a shop's backend. */
@Path("/v1/audio")
@RolesAllowed("conversations")
@Consumes(MediaType.MULTIPART_FORM_DATA)
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, "application/x-subrip", "text/vtt"})
@APIResponse(responseCode = "200", description = "The text, in the shape that `response_format` names.", content = {
        @Content(mediaType = MediaType.APPLICATION_JSON,
                schema = @Schema(implementation = TranscriptionResponse.class)),
        @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(implementation = String.class),
                example = AudioWords.TEXT),
        @Content(mediaType = "application/x-subrip", schema = @Schema(implementation = String.class),
                example = AudioWords.SUBTITLES),
        @Content(mediaType = "text/vtt", schema = @Schema(implementation = String.class), example = AudioWords.TRACK)})
@APIResponse(responseCode = "413", description = AudioWords.TOO_LARGE)
@APIResponse(responseCode = "422", description = AudioWords.CANNOT_BE_HEARD)
@APIResponse(responseCode = "503", description = AudioWords.LATER)
public class AudioResource {
    private final CurrentShop tenant;
    private final AudioRequests requests;

    AudioResource(CurrentShop tenant, AudioRequests requests) {
        this.tenant = tenant;
        this.requests = requests;
    }

    @Operation(operationId = "transcribe", summary = "Transcribes a recording",
            description = AudioWords.TRANSCRIBES)
    @POST
    @Path("transcriptions")
    @RequestBody(required = true,
            content = @Content(mediaType = MediaType.MULTIPART_FORM_DATA,
                    schema = @Schema(implementation = AudioBody.class)))
    @NotAudited(because = NotAudited.CHANGES_NOTHING)
    public Uni<Response> transcribe(@Context RoutingContext exchange) {
        return inPlainWords(requests.answer(tenant.id(), exchange, Task.TRANSCRIBE));
    }

    @Operation(operationId = "translate", summary = "Translates a recording into English text",
            description = AudioWords.TRANSLATES)
    @POST
    @Path("translations")
    @RequestBody(required = true,
            content = @Content(mediaType = MediaType.MULTIPART_FORM_DATA,
                    schema = @Schema(implementation = AudioBody.class)))
    @NotAudited(because = NotAudited.CHANGES_NOTHING)
    public Uni<Response> translate(@Context RoutingContext exchange) {
        return inPlainWords(requests.answer(tenant.id(), exchange, Task.TRANSLATE));
    }

    private static Uni<Response> inPlainWords(Uni<Response> answer) {
        return answer.onFailure(ParameterRefusedException.class)
                .transform(refused -> ParleyException.invalid(refused.code(), refused.detail()));
    }
}
