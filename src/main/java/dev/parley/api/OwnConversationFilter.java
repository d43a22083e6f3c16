package dev.parley.api;

import jakarta.ws.rs.container.ContainerRequestContext;

import dev.parley.conversation.Conversations;
import dev.parley.rest.CurrentShop;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses an unknown conversation. */
class OwnConversationFilter {
    private final CurrentShop tenant;
    private final Conversations conversations;

    OwnConversationFilter(CurrentShop tenant, Conversations conversations) {
        this.tenant = tenant;
        this.conversations = conversations;
    }

    @OwnConversation
    @ServerRequestFilter
    public Uni<Void> check(ContainerRequestContext request) {
        String id = request.getUriInfo().getPathParameters().getFirst("id");
        return conversations.get(tenant.id(), ConversationResource.pathId(id)).replaceWithVoid();
    }
}
