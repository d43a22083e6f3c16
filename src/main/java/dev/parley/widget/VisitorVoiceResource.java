package dev.parley.widget;

import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.parley.conversation.Conversations;
import dev.parley.platform.ByteRange;
import dev.parley.platform.Checked;
import dev.parley.platform.ParleyException;
import dev.parley.visitor.Visitor;
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

/** Visitors' recordings. The token must be in a header; {@link RecordingAdmission} checks it before an upload is read. */
@Path("/v1/visitor/voice")
@PermitAll
public class VisitorVoiceResource {
    private final RecordingAdmission door;
    private final Conversations conversations;
    private final Recordings recordings;
    private final Sound sound;

    VisitorVoiceResource(RecordingAdmission door, Conversations conversations, Recordings recordings, Sound sound) {
        this.door = door;
        this.conversations = conversations;
        this.recordings = recordings;
        this.sound = sound;
    }

    @OPTIONS
    @Consumes(MediaType.WILDCARD)
    public Uni<Response> preflight(@HeaderParam("Origin") @Nullable String origin) {
        return door.preflight(origin);
    }

    @OPTIONS
    @Path("{recording}")
    @Consumes(MediaType.WILDCARD)
    public Uni<Response> preflight(String recording, @HeaderParam("Origin") @Nullable String origin) {
        return door.preflight(origin);
    }

    /** A recording may be discarded, so it does not create a conversation. */
    @Operation(operationId = "hearVisitorsVoice", summary = "Uploads and transcribes a visitor's recording",
            description = """
            It sends no message: the visitor reads the text first and then sends it over the socket with `recording`. `id` is a
            UUID made by the client; repeating it returns the same recording, transcribed and charged once. If it
            cannot be transcribed, the response has a `failure`; the recording is kept, and the same `id`, with or
            without `file`, tries again. Codes of recordings that cannot be used: `audio_empty`, `audio_too_short`,
            `audio_too_long`, `audio_too_large`, `audio_not_recognised`, `audio_truncated`, `audio_length_unknown`,
            `audio_silent` and others.""")
    @APIResponseSchema(value = TranscribedRecording.class, responseCode = "201",
            responseDescription = "Transcribed, or stored with the reason why not.")
    @APIResponse(responseCode = "403", description = "`voice_off`: the shop takes no voice messages.")
    @APIResponse(responseCode = "409", description = "`too_many_recordings`, `recording_id_taken` or `no_secret_key`.")
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    @VoiceUpload
    @RequestBody(required = true, content = @Content(mediaType = MediaType.MULTIPART_FORM_DATA,
            schema = @Schema(implementation = RecordingForm.class)))
    public Uni<Response> transcribe(@Context RoutingContext exchange) {
        Visitor visitor = RecordingAdmission.visitor(exchange);
        return recordings.receive(visitor.tenant(), exchange)
                .map(form -> RecordingUpload.of(uuid(form.field("id")), form))
                .chain(upload -> conversations.latestIn(visitor.tenant(), visitor.id(), null)
                        .chain(latest -> recordings.transcribe(new RecordingOwner(visitor.tenant(), visitor.id(),
                                latest == null ? null : latest.id()), upload)))
                .map(recording -> Response.status(201).entity(recording).build());
    }

    @Operation(operationId = "removeVisitorsRecording", summary = "Takes a recording back that was not sent")
    @APIResponse(responseCode = "204", description = "Deleted.")
    @APIResponse(responseCode = "409", description = "`recording_sent`: it goes with its conversation.")
    @DELETE
    @Path("{recording}")
    @Consumes(MediaType.WILDCARD)
    public Uni<Void> remove(String recording, @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Origin") @Nullable String origin, @Context RoutingContext exchange) {
        UUID id = Checked.pathId(recording, "recording");
        return door.visitor(authorization).call(visitor -> door.permit(visitor, origin, exchange))
                .chain(visitor -> recordings.remove(visitor, id));
    }

    @Operation(operationId = "getVisitorsRecording", summary = "Hands a visitor the sound of a recording",
            description = "The visitor's own, or one that was sent in a conversation that is the visitor's.")
    @APIResponse(responseCode = "200", description = "All of it.",
            content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM,
                    schema = @Schema(implementation = String.class), example = "…"))
    @APIResponse(responseCode = "206", description = "The part that `Range` names.",
            content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM,
                    schema = @Schema(implementation = String.class), example = "…"))
    @APIResponse(responseCode = "404", description = "There is no such recording, or its time is over.")
    @APIResponse(responseCode = "416", description = "It has no such part.")
    @GET
    @Path("{recording}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Multi<byte[]> get(String recording, @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Origin") @Nullable String origin, @HeaderParam("Range") @Nullable String range,
            @Context RoutingContext exchange) {
        UUID id = Checked.pathId(recording, "recording");
        return RestMulti.fromUniResponse(
                door.visitor(authorization).call(visitor -> door.permit(visitor, origin, exchange))
                        .chain(visitor -> sound.openForVisitor(visitor, id, range)),
                Sound.Opened::content, Sound.Opened::headers, opened -> status(opened.range()));
    }

    private static Integer status(ByteRange range) {
        return range.status();
    }

    private static UUID uuid(@Nullable String text) {
        return Checked.uuid(text == null ? null : text.strip()).orElseThrow(() -> ParleyException.field("id", "bad_id",
                "is a UUID of the client's: the same again is the same recording."));
    }
}
