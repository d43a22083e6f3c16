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
import dev.parley.voice.HeardRecording;
import dev.parley.voice.RecordingForm;
import dev.parley.voice.RecordingOwner;
import dev.parley.voice.RecordingUpload;
import dev.parley.voice.Recordings;
import dev.parley.voice.Sound;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/** Visitors' recordings. The token must be in a header; {@link VoiceDoor} checks it before an upload is read. */
@Path("/v1/visitor/voice")
@PermitAll
public class VisitorVoiceResource {
    private final VoiceDoor door;
    private final Conversations conversations;
    private final Recordings recordings;
    private final Sound sound;

    VisitorVoiceResource(VoiceDoor door, Conversations conversations, Recordings recordings, Sound sound) {
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
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    @VoiceUpload
    @RequestBody(required = true, content = @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(implementation = RecordingForm.class)))
    @APIResponseSchema(value = HeardRecording.class, responseCode = "201")
    public Uni<Response> hear(@Context RoutingContext exchange) {
        Visitor visitor = VoiceDoor.visitor(exchange);
        return recordings.receive(visitor.tenant(), exchange)
                .map(form -> RecordingUpload.of(uuid(form.field("id")), form))
                .chain(upload -> conversations.latestIn(visitor.tenant(), visitor.id(), null)
                        .chain(latest -> recordings.hear(new RecordingOwner(visitor.tenant(), visitor.id(),
                                latest == null ? null : latest.id()), upload)))
                .map(heard -> Response.status(201).entity(heard).build());
    }

    @DELETE
    @Path("{recording}")
    @Consumes(MediaType.WILDCARD)
    public Uni<Void> remove(String recording, @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Origin") @Nullable String origin, @Context RoutingContext exchange) {
        UUID id = Checked.pathId(recording, "recording");
        return door.visitor(authorization).call(visitor -> door.permit(visitor, origin, exchange))
                .chain(visitor -> recordings.remove(visitor, id));
    }

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
