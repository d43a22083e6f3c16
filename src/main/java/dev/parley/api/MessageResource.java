package dev.parley.api;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import dev.parley.conversation.Conversations;
import dev.parley.conversation.VisitorMessage;
import dev.parley.platform.Ids;
import dev.parley.rest.CurrentShop;
import dev.parley.rest.IdempotencyInterceptor;
import dev.parley.rest.Idempotent;
import dev.parley.rest.NotAudited;
import dev.parley.rest.Page;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/** Messages and answers, for a shop's systems that speak for a visitor. */
@Path("/v1/conversations/{id}/messages")
@RolesAllowed("conversations")
@Idempotent
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MessageResource {
    private static final int LARGEST_PAGE = 200;
    private static final String FIRST_FRAME = """
            data: {"type":"ack","id":"018f3b5e-7c1a-7000-8000-000000000001","seq":1,"at":"2026-11-23T10:00:00Z"}

            """;

    private final CurrentShop tenant;
    private final Conversations conversations;
    private final ConversationStream stream;
    private final FrameStream frames;
    private final Ids ids;

    MessageResource(CurrentShop tenant, Conversations conversations, ConversationStream stream, FrameStream frames,
            Ids ids) {
        this.tenant = tenant;
        this.conversations = conversations;
        this.stream = stream;
        this.frames = frames;
        this.ids = ids;
    }

    @Operation(operationId = "listMessages", summary = "Lists a conversation's messages, oldest first")
    @APIResponse(responseCode = "200", description = "A page of them.")
    @GET
    public Uni<Page<MessageResponse>> messages(String id,
            @Parameter(description = "Only those after this number.",
                    example = "0") @QueryParam("since") @DefaultValue("0") @Min(0) long since,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(LARGEST_PAGE) int size,
            @QueryParam("cursor") @Min(0) @Nullable Long cursor) {
        TenantId owner = tenant.id();
        long after = cursor == null ? since : cursor;
        return conversations.get(owner, ConversationResource.pathId(id))
                .chain(found -> conversations.messagesSince(owner, found.id(), after, size))
                .map(messages -> new Page<>(messages.stream().map(MessageResponse::of).toList(),
                        messages.size() < size ? null : Long.toString(messages.getLast().seq())));
    }

    /** Waits for the answer; 202 without one, for example if a person will answer. */
    @Operation(operationId = "say", summary = "Says something for the visitor and waits for the answer", description = """
            With `Accept: text/event-stream` the answer comes as it is written, in the frames of `parley.v1`. `id` is
            a UUID made by the client; sending it again is safe. `page` is the address of the page that the visitor
            sees; with a `recording`, `text` may be empty.""")
    @Parameter(name = "Last-Event-ID", in = ParameterIn.HEADER,
            description = "Of an event stream that was cut off: it goes on behind that event.",
            schema = @Schema(implementation = String.class))
    @APIResponse(responseCode = "200", description = "The answer.", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = AnswerResponse.class)),
            @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class),
                    example = FIRST_FRAME)})
    @APIResponse(responseCode = "202", description = "Stored; a person is to answer, or there is nothing to wait for.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = AnswerResponse.class)))
    @APIResponse(responseCode = "503", description = "The message is stored, but its answer is late. Send it again.")
    @POST
    @Idempotent(repeat = Idempotent.Repeat.AGAIN)
    @NotAudited(because = NotAudited.IN_ITS_THREAD)
    public Uni<Response> say(String id, @HeaderParam(IdempotencyInterceptor.HEADER) @Nullable String key,
            @Valid @Nullable MessageRequest request) {
        return stream.answer(tenant.id(), ConversationResource.pathId(id), message(id, key, request))
                .map(answer -> Response.status(answer.seq() == null ? 202 : 200).entity(answer).build());
    }

    /** Streams the socket's frames. The same message with a `Last-Event-ID` resumes an interrupted stream. */
    // Described with the operation above.
    @Operation(hidden = true)
    @POST
    // After JSON, for a client that accepts both.
    @Produces(MediaType.SERVER_SENT_EVENTS + ";qs=0.5")
    // Keeps proxies from buffering small writes.
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @OwnConversation
    @NotAudited(because = NotAudited.IN_ITS_THREAD)
    public Multi<OutboundSseEvent> follow(String id,
            @HeaderParam(IdempotencyInterceptor.HEADER) @Nullable String key, @Valid @Nullable MessageRequest request,
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId, @Context Sse sse) {
        return frames.events(tenant.id(), ConversationResource.pathId(id), message(id, key, request), lastEventId, sse);
    }

    private VisitorMessage message(String conversation, @Nullable String key, @Nullable MessageRequest request) {
        String text = request == null || request.text() == null ? "" : request.text();
        UUID id = request == null || request.id() == null
                ? ownId(conversation, key)
                : ConversationResource.id(request.id(), "id");
        return new VisitorMessage(id, text, request == null ? null : request.page(),
                request == null || request.recording() == null
                        ? null
                        : ConversationResource.id(request.recording(), "recording"));
    }

    /** Derived from the `Idempotency-Key`, so that a repeated message is stored once. */
    private UUID ownId(String conversation, @Nullable String key) {
        return key == null
                ? ids.next()
                : UUID.nameUUIDFromBytes((conversation + " " + key).getBytes(StandardCharsets.UTF_8));
    }
}
