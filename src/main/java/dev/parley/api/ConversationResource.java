package dev.parley.api;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
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

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Conversations.Opening;
import dev.parley.conversation.HandoffBy;
import dev.parley.conversation.HandoffCause;
import dev.parley.conversation.VisitorMessage;
import dev.parley.handoff.Handoffs;
import dev.parley.language.LanguageTag;
import dev.parley.platform.Checked;
import dev.parley.platform.Ids;
import dev.parley.platform.ParleyException;
import dev.parley.rest.Audited;
import dev.parley.rest.CurrentShop;
import dev.parley.rest.IdempotencyInterceptor;
import dev.parley.rest.Idempotent;
import dev.parley.rest.NotAudited;
import dev.parley.rest.Page;
import dev.parley.tenant.TenantId;
import dev.parley.tool.ActionCalls;
import dev.parley.tool.ActionRecord;
import dev.parley.visitor.Visitor;
import dev.parley.visitor.Visitors;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/** Conversations for the shop's own systems. */
@Path("/v1/conversations")
@RolesAllowed("conversations")
@Idempotent
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ConversationResource {
    private static final int LARGEST_PAGE = 200;
    private static final int LONGEST_ATTRIBUTES = 16_384;
    private static final List<String> STATES = List.of("with_bot", "waiting", "with_agent", "closed");

    private final CurrentShop tenant;
    private final Conversations conversations;
    private final ConversationStream stream;
    private final FrameStream frames;
    private final Handoffs handoffs;
    private final ActionCalls actions;
    private final Visitors visitors;
    private final ObjectMapper json;
    private final Ids ids;

    ConversationResource(CurrentShop tenant, Conversations conversations, ConversationStream stream,
            FrameStream frames, Handoffs handoffs, ActionCalls actions, Visitors visitors, ObjectMapper json, Ids ids) {
        this.tenant = tenant;
        this.conversations = conversations;
        this.stream = stream;
        this.frames = frames;
        this.handoffs = handoffs;
        this.actions = actions;
        this.visitors = visitors;
        this.json = json;
        this.ids = ids;
    }

    @POST
    @APIResponseSchema(value = ConversationResponse.class, responseCode = "201")
    @NotAudited(because = NotAudited.IN_ITS_THREAD)
    public Uni<Response> open(@Nullable ConversationRequest request) {
        ConversationRequest wish = request == null ? new ConversationRequest(null, null, null, null) : request;
        TenantId id = tenant.id();
        String attributes = attributes(wish.attributes());
        return visitor(id, wish.visitor())
                .chain(visitor -> conversations.open(id,
                        new Opening(visitor.id(), checkedLocale(wish.locale()), checkedPage(wish.page()), attributes)))
                // A path: made absolute it would repeat whatever host the request named.
                .map(opened -> Response.status(201).header("Location", "/v1/conversations/" + opened.id())
                        .entity(ConversationResponse.of(opened)).build());
    }

    private Uni<Visitor> visitor(TenantId id, @Nullable String externalId) {
        if (externalId == null) {
            return visitors.create(id);
        }
        if (externalId.isBlank() || externalId.length() > 200 || externalId.indexOf('\0') >= 0) {
            throw ParleyException.field("visitor", "bad_visitor",
                    "is your own id of the customer, 1 to 200 characters.");
        }
        return visitors.named(id, externalId);
    }

    private String attributes(@Nullable Map<String, Object> attributes) {
        try {
            if (holdsNul(attributes)) {
                throw ParleyException.invalid("bad_attributes",
                        "The attributes hold the character U+0000, which cannot be stored. Remove it.");
            }
            String text = attributes == null ? "{}" : json.writeValueAsString(attributes);
            if (text.length() > LONGEST_ATTRIBUTES) {
                throw ParleyException.invalid("attributes_too_large",
                        "The attributes have more than 16 KiB. Send fewer or shorter ones.");
            }
            return text;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean holdsNul(@Nullable Object value) {
        return switch (value) {
            case String text -> text.indexOf('\0') >= 0;
            case Map<?, ?> map -> holdsNul(map.keySet()) || holdsNul(map.values());
            case Collection<?> values -> values.stream().anyMatch(ConversationResource::holdsNul);
            case null, default -> false;
        };
    }

    private static @Nullable String checkedLocale(@Nullable String locale) {
        String tag = LanguageTag.canonical(locale);
        if (locale != null && tag == null) {
            throw ParleyException.field("locale", "bad_locale",
                    "is a BCP 47 tag such as `en` or `zh-Hans`.");
        }
        return tag;
    }

    private static @Nullable String checkedPage(@Nullable String page) {
        if (page != null && (page.length() > 2000 || !page.matches("(?i)https?://[^\\s\\p{Cntrl}]+"))) {
            throw ParleyException.field("page", "bad_page",
                    "is the http or https address of a page, at most 2,000 characters.");
        }
        return page;
    }

    @GET
    public Uni<Page<ConversationResponse>> list(@QueryParam("limit") @DefaultValue("50") String limit,
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("state") @Nullable String state) {
        if (state != null && !STATES.contains(state)) {
            throw ParleyException.invalid("bad_state",
                    "The parameter `state` is one of with_bot, waiting, with_agent and closed.");
        }
        int size = Checked.limit(limit, LARGEST_PAGE);
        return conversations.page(tenant.id(), cursor == null ? null : id(cursor, "cursor"), state, size)
                .map(page -> new Page<>(page.stream().map(ConversationResponse::of).toList(),
                        page.size() < size ? null : page.getLast().id().toString()));
    }

    @GET
    @Path("{id}")
    public Uni<ConversationResponse> get(String id) {
        return conversations.get(tenant.id(), pathId(id)).map(ConversationResponse::of);
    }

    /** What the bot did, or was allowed to do, at the shop's server for this visitor, oldest first: the newest 100. */
    @GET
    @Path("{id}/actions")
    public Uni<Page<ActionRecord>> actions(String id) {
        TenantId owner = tenant.id();
        return conversations.get(owner, pathId(id))
                .chain(found -> actions.list(owner, found.id()))
                .map(done -> new Page<>(done, null));
    }

    @GET
    @Path("{id}/messages")
    public Uni<Page<MessageResponse>> messages(String id, @QueryParam("since") @DefaultValue("0") String since,
            @QueryParam("limit") @DefaultValue("100") String limit, @QueryParam("cursor") @Nullable String cursor) {
        TenantId owner = tenant.id();
        int size = Checked.limit(limit, LARGEST_PAGE);
        long after = cursor == null
                ? Checked.number(since, "since", 0, Long.MAX_VALUE)
                : Checked.number(cursor, "cursor", 0, Long.MAX_VALUE);
        return conversations.get(owner, pathId(id))
                .chain(found -> conversations.messagesSince(owner, found.id(), after, size))
                .map(messages -> new Page<>(messages.stream().map(MessageResponse::of).toList(),
                        messages.size() < size ? null : Long.toString(messages.getLast().seq())));
    }

    /** Waits for the answer. Without one to wait for, as when a person is to answer, 202. */
    @POST
    @Path("{id}/messages")
    @Idempotent(repeat = Idempotent.Repeat.AGAIN)
    @APIResponseSchema(value = AnswerResponse.class, responseCode = "200")
    @NotAudited(because = NotAudited.IN_ITS_THREAD)
    public Uni<Response> say(String id, @HeaderParam(IdempotencyInterceptor.HEADER) @Nullable String key,
            @Nullable MessageRequest request) {
        return stream.answer(tenant.id(), pathId(id), message(id, key, request))
                .map(answer -> Response.status(answer.seq() == null ? 202 : 200).entity(answer).build());
    }

    /** The same as a stream of the socket's frames; the same message with a `Last-Event-ID` goes on where a reader was cut off. */
    @POST
    @Path("{id}/messages")
    // Below JSON, for a client that takes either.
    @Produces(MediaType.SERVER_SENT_EVENTS + ";qs=0.5")
    // Proxies hold small writes back unless told not to.
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @OwnConversation
    @NotAudited(because = NotAudited.IN_ITS_THREAD)
    public Multi<OutboundSseEvent> follow(String id,
            @HeaderParam(IdempotencyInterceptor.HEADER) @Nullable String key, @Nullable MessageRequest request,
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId, @Context Sse sse) {
        return frames.events(tenant.id(), pathId(id), message(id, key, request), lastEventId, sse);
    }

    private VisitorMessage message(String conversation, @Nullable String key, @Nullable MessageRequest request) {
        String text = request == null || request.text() == null ? "" : request.text();
        UUID id = request == null || request.id() == null ? ownId(conversation, key) : id(request.id(), "id");
        return new VisitorMessage(id, text, request == null ? null : checkedPage(request.page()),
                request == null || request.recording() == null ? null : id(request.recording(), "recording"));
    }

    /** With an `Idempotency-Key` always the same: then the message is stored once, even if its answer never reached the sender. */
    private UUID ownId(String conversation, @Nullable String key) {
        return key == null
                ? ids.next()
                : UUID.nameUUIDFromBytes((conversation + " " + key).getBytes(StandardCharsets.UTF_8));
    }

    @POST
    @Path("{id}/handoff")
    @Consumes(MediaType.WILDCARD)
    @Audited("conversation.hand_off")
    public Uni<ConversationResponse> handOff(String id) {
        return handOff(id, null);
    }

    @POST
    @Path("{id}/handoff")
    @Audited("conversation.hand_off")
    public Uni<ConversationResponse> handOff(String id, @Nullable HandoffRequest request) {
        HandoffCause cause = HandoffCause.asked(HandoffBy.SHOP, request == null ? null : request.reason());
        return changed(handoffs.request(tenant.id(), pathId(id), cause));
    }

    @POST
    @Path("{id}/close")
    @Consumes(MediaType.WILDCARD)
    @Audited("conversation.close")
    public Uni<ConversationResponse> close(String id) {
        return changed(handoffs.close(tenant.id(), pathId(id)));
    }

    private static Uni<ConversationResponse> changed(Uni<Conversation> conversation) {
        return conversation.map(ConversationResponse::of);
    }

    /** What cannot be an id names nothing; to say more would tell ids from other words. */
    static UUID pathId(String text) {
        return Checked.pathId(text, "conversation");
    }

    private static UUID id(String text, String field) {
        return Checked.uuid(text)
                .orElseThrow(() -> ParleyException.invalid("bad_" + field, "The " + field + " must be a UUID."));
    }
}
