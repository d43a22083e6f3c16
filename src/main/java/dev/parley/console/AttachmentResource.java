package dev.parley.console;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.parley.access.CurrentAgent;
import dev.parley.agent.Agent;
import dev.parley.conversation.attachment.Attachment;
import dev.parley.conversation.attachment.Attachments;
import dev.parley.platform.Checked;
import dev.parley.platform.ParleyException;
import dev.parley.platform.upload.FileHeaders;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

@Path("/v1/console/conversations/{id}/attachments")
@RolesAllowed("agent")
public class AttachmentResource {
    private final CurrentAgent current;
    private final Attachments attachments;

    AttachmentResource(CurrentAgent current, Attachments attachments) {
        this.current = current;
        this.attachments = attachments;
    }

    /** The body is the file; its content type is ignored. */
    @Operation(operationId = "uploadAttachment", summary = "Takes a file in", description = """
            The body is the file. Only its uploader sees it until a message names it; unsent files are deleted after
            24 hours.""")
    @APIResponseSchema(value = Attachment.class, responseCode = "201", responseDescription = "The file.")
    @APIResponse(responseCode = "409", description = "`too_many_attachments`.")
    @APIResponse(responseCode = "413", description = "`too_large`.")
    @APIResponse(responseCode = "422", description = """
            `attachment_type_refused`: only PNG, JPEG, GIF, WebP, PDF and plain text, recognised by content.""")
    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> add(String id,
            @Parameter(
                    description = "Its name, as `encodeURIComponent` writes it.") @HeaderParam("X-File-Name") @Nullable String name,
            byte @Nullable [] content) {
        Agent agent = current.agent();
        return attachments.add(agent.tenant(), Checked.pathId(id, "conversation"), agent.id(), decoded(name),
                content == null ? new byte[0] : content)
                .map(added -> Response.status(201).entity(added).build());
    }

    private static String decoded(@Nullable String name) {
        try {
            // encodeURIComponent keeps a plus, which the JDK would read as a space.
            return name == null ? "" : URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            throw ParleyException.invalid("bad_file_name",
                    "The header `X-File-Name` is the file's name as encodeURIComponent writes it.");
        }
    }

    @Operation(operationId = "downloadAttachment", summary = "Hands out a file")
    @APIResponse(responseCode = "200", description = "The bytes.",
            content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM,
                    schema = @Schema(implementation = String.class)))
    @GET
    @Path("{attachment}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Multi<byte[]> get(String id, String attachment,
            @Parameter(
                    description = "1 has pictures saved and not shown.") @QueryParam("download") @Nullable String download) {
        Agent agent = current.agent();
        return RestMulti.fromUniResponse(
                attachments.open(agent.tenant(), Checked.pathId(id, "conversation"),
                        Checked.pathId(attachment, "attachment"), agent.id()),
                Attachments.Opened::content,
                opened -> FileHeaders.of(opened.attachment().name(), opened.attachment().type(),
                        download != null));
    }

    @Operation(operationId = "removeAttachment", summary = "Takes back a file that is not sent yet")
    @APIResponse(responseCode = "204", description = "Deleted.")
    @APIResponse(responseCode = "409", description = "`attachment_sent`.")
    @DELETE
    @Path("{attachment}")
    @Consumes(MediaType.WILDCARD)
    public Uni<Void> remove(String id, String attachment) {
        Agent agent = current.agent();
        return attachments.remove(agent.tenant(), Checked.pathId(id, "conversation"),
                Checked.pathId(attachment, "attachment"), agent.id());
    }
}
