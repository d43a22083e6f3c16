package dev.parley.console;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.parley.access.CurrentAgent;
import dev.parley.agent.Agent;
import dev.parley.platform.Checked;
import dev.parley.voice.Sound;
import io.smallrye.mutiny.Multi;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

@Path("/v1/console/conversations/{id}/recordings/{recording}")
@RolesAllowed("agent")
public class RecordingResource {
    private final CurrentAgent current;
    private final Sound sound;

    RecordingResource(CurrentAgent current, Sound sound) {
        this.current = current;
        this.sound = sound;
    }

    @Operation(operationId = "hearRecording", summary = "Hands out the sound of a recording that was sent")
    @APIResponse(responseCode = "200", description = "All of it.",
            content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM,
                    schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "206", description = "The part that `Range` names.")
    @APIResponse(responseCode = "404", description = "There is no such recording, or its time is over.")
    @APIResponse(responseCode = "416", description = "It has no such part.")
    @GET
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Multi<byte[]> get(String id, String recording, @HeaderParam("Range") @Nullable String range) {
        Agent agent = current.agent();
        return RestMulti.fromUniResponse(
                sound.openSent(agent.tenant(), Checked.pathId(id, "conversation"),
                        Checked.pathId(recording, "recording"), range),
                Sound.Opened::content, Sound.Opened::headers, opened -> opened.range().status());
    }
}
