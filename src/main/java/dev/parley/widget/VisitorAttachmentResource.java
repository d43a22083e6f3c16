package dev.parley.widget;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.parley.conversation.attachment.Attachment;
import dev.parley.conversation.attachment.Attachments;
import dev.parley.platform.Checked;
import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.platform.upload.FileHeaders;
import dev.parley.tenant.Tenants;
import dev.parley.visitor.Visitor;
import dev.parley.visitor.VisitorTokens;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/** Files of a visitor's own conversations. The token must be in a header, since addresses get shared. */
@Path("/v1/visitor/attachments/{attachment}")
@PermitAll
public class VisitorAttachmentResource {
    private final Tenants tenants;
    private final VisitorTokens tokens;
    private final Attachments attachments;

    VisitorAttachmentResource(Tenants tenants, VisitorTokens tokens, Attachments attachments) {
        this.tenants = tenants;
        this.tokens = tokens;
        this.attachments = attachments;
    }

    @OPTIONS
    public Uni<Response> preflight(String attachment, @HeaderParam("Origin") @Nullable String origin) {
        return tenants.anyPermits(origin).map(permitted -> {
            Response.ResponseBuilder answer = Response.noContent().header("Vary", "Origin");
            return origin == null || !permitted
                    ? answer.build()
                    : answer.header("Access-Control-Allow-Origin", origin)
                            .header("Access-Control-Allow-Methods", "GET")
                            .header("Access-Control-Allow-Headers", "authorization")
                            .header("Access-Control-Max-Age", "3600").build();
        });
    }

    private record Delivery(Attachments.Opened opened, @Nullable String origin) {}

    @Operation(operationId = "getAttachment", summary = "Hands a visitor a file of its own conversation")
    @APIResponse(responseCode = "200", description = "The file.",
            content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM,
                    schema = @Schema(implementation = String.class), example = "…"))
    @GET
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Multi<byte[]> get(String attachment, @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Origin") @Nullable String origin) {
        UUID id = Checked.pathId(attachment, "attachment");
        return RestMulti.fromUniResponse(
                visitor(authorization)
                        .chain(visitor -> attachments.openForVisitor(visitor.tenant(), visitor.id(), id)
                                .chain(opened -> permitted(visitor, origin)
                                        .map(permitted -> new Delivery(opened, permitted ? origin : null)))),
                delivery -> delivery.opened().content(), VisitorAttachmentResource::headers);
    }

    private static Map<String, List<String>> headers(Delivery delivery) {
        Attachment attachment = delivery.opened().attachment();
        Map<String, List<String>> headers = new LinkedHashMap<>(
                FileHeaders.of(attachment.name(), attachment.type(), false));
        headers.put("Vary", List.of("Origin, Authorization"));
        if (delivery.origin() != null) {
            headers.put("Access-Control-Allow-Origin", List.of(delivery.origin()));
        }
        return headers;
    }

    private Uni<Visitor> visitor(@Nullable String authorization) {
        String token = authorization != null && authorization.startsWith("Bearer ") ? authorization.substring(7) : "";
        return tokens.verify(token).onItem().ifNull().failWith(() -> new ParleyException(Kind.UNAUTHENTICATED,
                "token_invalid", "This token is not valid any more. Get a new one."))
                .map(VisitorTokens.Read::visitor);
    }

    private Uni<Boolean> permitted(Visitor visitor, @Nullable String origin) {
        return tenants.byId(visitor.tenant())
                .map(shop -> shop != null && origin != null && shop.allowedOrigins().permit(origin));
    }
}
