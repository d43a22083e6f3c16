package dev.parley.api;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.action.ActionCalls;
import dev.parley.action.ActionRecord;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Conversations.Opening;
import dev.parley.conversation.HandoffBy;
import dev.parley.conversation.HandoffCause;
import dev.parley.handoff.Handoffs;
import dev.parley.language.LanguageTag;
import dev.parley.platform.Checked;
import dev.parley.platform.ParleyException;
import dev.parley.rest.Audited;
import dev.parley.rest.CurrentShop;
import dev.parley.rest.Idempotent;
import dev.parley.rest.NotAudited;
import dev.parley.rest.Page;
import dev.parley.tenant.TenantId;
import dev.parley.visitor.Visitor;
import dev.parley.visitor.Visitors;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

@Path("/v1/conversations")
@RolesAllowed("conversations")
@Idempotent
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ConversationResource {
    private static final int LARGEST_PAGE = 200;
    private static final int LONGEST_ATTRIBUTES = 16_384;
    private static final String STATES = "with_bot|waiting|with_agent|closed";

    private final CurrentShop tenant;
    private final Conversations conversations;
    private final Handoffs handoffs;
    private final ActionCalls actions;
    private final Visitors visitors;
    private final ObjectMapper json;

    ConversationResource(CurrentShop tenant, Conversations conversations, Handoffs handoffs, ActionCalls actions,
            Visitors visitors, ObjectMapper json) {
        this.tenant = tenant;
        this.conversations = conversations;
        this.handoffs = handoffs;
        this.actions = actions;
        this.visitors = visitors;
        this.json = json;
    }

    @Operation(operationId = "openConversation", summary = "Opens a conversation",
            description = "`visitor` is your own id of the customer; without it the visitor is anonymous.")
    @APIResponseSchema(value = ConversationResponse.class, responseCode = "201",
            responseDescription = "The conversation.")
    @POST
    @NotAudited(because = NotAudited.IN_ITS_THREAD)
    public Uni<Response> open(@Valid @Nullable ConversationRequest request) {
        ConversationRequest wish = request == null ? new ConversationRequest(null, null, null, null) : request;
        TenantId id = tenant.id();
        String attributes = attributes(wish.attributes());
        return visitor(id, wish.visitor())
                .chain(visitor -> conversations.open(id,
                        new Opening(visitor.id(), checkedLocale(wish.locale()), wish.page(), attributes)))
                // A path: an absolute address would repeat the request's Host header.
                .map(opened -> Response.status(201).header("Location", "/v1/conversations/" + opened.id())
                        .entity(ConversationResponse.of(opened)).build());
    }

    private Uni<Visitor> visitor(TenantId id, @Nullable String externalId) {
        return externalId == null ? visitors.create(id) : visitors.named(id, externalId);
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

    @Operation(operationId = "listConversations", summary = "Lists conversations, newest first")
    @APIResponse(responseCode = "200", description = "A page of them.")
    @GET
    public Uni<Page<ConversationResponse>> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(LARGEST_PAGE) int size,
            @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "Only those in this state: with_bot, waiting, with_agent or closed.",
                    example = "waiting") @QueryParam("state") @Pattern(regexp = STATES,
                            message = "is one of with_bot, waiting, with_agent and closed.") @Nullable String state) {
        return conversations.page(tenant.id(), cursor == null ? null : id(cursor, "cursor"), state, size)
                .map(page -> new Page<>(page.stream().map(ConversationResponse::of).toList(),
                        page.size() < size ? null : page.getLast().id().toString()));
    }

    @Operation(operationId = "getConversation", summary = "Shows a conversation")
    @APIResponse(responseCode = "200", description = "The conversation.")
    @GET
    @Path("{id}")
    public Uni<ConversationResponse> get(String id) {
        return conversations.get(tenant.id(), pathId(id)).map(ConversationResponse::of);
    }

    /** The latest 100 actions, oldest first. */
    @Operation(operationId = "listActions", summary = "Lists what the bot did, or asked to do, at your server",
            description = """
            Calls of actions that change something or need the visitor's yes, oldest first, the newest 100. `id` is
            the `Idempotency-Key` that your server got.""")
    @APIResponse(responseCode = "200", description = "All of them.")
    @GET
    @Path("{id}/actions")
    public Uni<Page<ActionRecord>> actions(String id) {
        TenantId owner = tenant.id();
        return conversations.get(owner, pathId(id))
                .chain(found -> actions.list(owner, found.id()))
                .map(done -> new Page<>(done, null));
    }

    @Operation(operationId = "askForAPerson", summary = "Asks for a person",
            description = "The bot falls silent and the visitor waits in line.")
    @APIResponse(responseCode = "200", description = "The conversation.")
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

    @Operation(operationId = "closeConversation", summary = "Ends a conversation",
            description = "A message of the visitor opens it again.")
    @APIResponse(responseCode = "200", description = "The conversation.")
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

    /** Anything that is no id is `not_found`; another error would tell ids from other words. */
    public static UUID pathId(String text) {
        return Checked.pathId(text, "conversation");
    }

    static UUID id(String text, String field) {
        return Checked.uuid(text)
                .orElseThrow(() -> ParleyException.invalid("bad_" + field, "The " + field + " must be a UUID."));
    }
}
