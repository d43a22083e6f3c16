package dev.parley.api;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.parley.platform.Checked;
import dev.parley.platform.Ids;
import dev.parley.platform.ParleyException;
import dev.parley.rest.CurrentShop;
import dev.parley.rest.NotAudited;
import dev.parley.tenant.TenantId;
import dev.parley.voice.RecordingForm;
import dev.parley.voice.RecordingOwner;
import dev.parley.voice.RecordingUpload;
import dev.parley.voice.Recordings;
import dev.parley.voice.Sound;
import dev.parley.voice.TranscribedRecording;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/** Recordings uploaded by the shop for a visitor. */
@Path("/v1/conversations/{id}")
@RolesAllowed("conversations")
public class VoiceResource {
    private final CurrentShop tenant;
    private final Recordings recordings;
    private final Sound sound;
    private final Ids ids;

    VoiceResource(CurrentShop tenant, Recordings recordings, Sound sound, Ids ids) {
        this.tenant = tenant;
        this.recordings = recordings;
        this.sound = sound;
        this.ids = ids;
    }

    /** An id makes the upload idempotent. */
    @Operation(operationId = "hearVoice", summary = "Uploads and transcribes a recording", description = """
            It becomes a message when `POST …/messages` names it as `recording`. `id` is a UUID made by the client;
            repeating it returns the same recording, transcribed and charged once. If it cannot be transcribed, the
            response has a `failure`; the recording is kept, and the same `id`, with or without `file`, tries again.
            Codes of recordings that cannot be used: `audio_empty`, `audio_too_short`, `audio_too_long`,
            `audio_too_large`, `audio_not_recognised`, `audio_truncated`, `audio_length_unknown`, `audio_silent` and
            others.""")
    @APIResponseSchema(value = TranscribedRecording.class, responseCode = "201",
            responseDescription = "Transcribed, or stored with the reason why not.")
    @APIResponse(responseCode = "403", description = "`voice_off`: the shop takes no voice messages.")
    @APIResponse(responseCode = "409", description = "`too_many_recordings`, `recording_id_taken` or `no_secret_key`.")
    @POST
    @Path("voice")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    @OwnConversation
    @RequestBody(required = true,
            content = @Content(mediaType = MediaType.MULTIPART_FORM_DATA,
                    schema = @Schema(implementation = RecordingForm.class)))
    @NotAudited(because = NotAudited.IN_ITS_THREAD)
    public Uni<Response> transcribe(String id, @Context RoutingContext exchange) {
        RecordingOwner owner = new RecordingOwner(tenant.id(), null, ConversationResource.pathId(id));
        return recordings.receive(owner.tenant(), exchange)
                .map(form -> RecordingUpload.of(recordingId(form.field("id")), form))
                .chain(upload -> recordings.transcribe(owner, upload))
                .map(recording -> Response.status(201).entity(recording).build());
    }

    private UUID recordingId(@Nullable String text) {
        return text == null
                ? ids.next()
                : Checked.uuid(text.strip()).orElseThrow(() -> ParleyException.field("id", "bad_id",
                        "is a UUID: the same again is the same recording."));
    }

    @Operation(operationId = "getRecording", summary = "Hands out the sound of a recording",
            description = "Its type is what its bytes are, never what its sender said.")
    @APIResponse(responseCode = "200", description = "All of it.",
            content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM,
                    schema = @Schema(implementation = String.class), example = "…"))
    @APIResponse(responseCode = "206", description = "The part that `Range` names.",
            content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM,
                    schema = @Schema(implementation = String.class), example = "…"))
    @APIResponse(responseCode = "404", description = "There is no such recording, or its time is over.")
    @APIResponse(responseCode = "416", description = "It has no such part.")
    @GET
    @Path("recordings/{recording}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Multi<byte[]> get(String id, String recording, @HeaderParam("Range") @Nullable String range) {
        TenantId owner = tenant.id();
        return RestMulti.fromUniResponse(
                sound.open(owner, ConversationResource.pathId(id), ConversationResource.pathId(recording), range),
                Sound.Opened::content, Sound.Opened::headers, opened -> opened.range().status());
    }
}
