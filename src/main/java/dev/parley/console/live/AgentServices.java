package dev.parley.console.live;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.console.ConsoleConfig;
import dev.parley.conversation.AgentMessages;
import dev.parley.conversation.ConversationEvents;
import dev.parley.conversation.ConversationMarks;
import dev.parley.conversation.Conversations;
import dev.parley.desk.Notes;
import dev.parley.feed.ConversationFeed;
import dev.parley.handoff.Claims;
import dev.parley.handoff.Handoffs;
import dev.parley.handoff.Presence;
import dev.parley.tenant.Tenants;
import io.vertx.core.Vertx;

@ApplicationScoped
class AgentServices {
    private final Work work;
    private final ConversationEvents events;
    private final ConversationFeed feed;
    private final ConsoleConfig config;
    private final Vertx vertx;

    AgentServices(Conversations conversations, AgentMessages messages, ConversationMarks files, Claims claims,
            Handoffs handoffs,
            Notes notes, Presence presence, Tenants tenants, ConversationEvents events, ConversationFeed feed,
            ConsoleConfig config, Vertx vertx) {
        this.work = new Work(conversations, messages, files, claims, handoffs, notes, presence, tenants);
        this.events = events;
        this.feed = feed;
        this.config = config;
        this.vertx = vertx;
    }

    record Work(Conversations conversations, AgentMessages messages, ConversationMarks files, Claims claims,
            Handoffs handoffs,
            Notes notes, Presence presence, Tenants tenants) {}

    Work work() {
        return work;
    }

    ConversationEvents events() {
        return events;
    }

    ConversationFeed feed() {
        return feed;
    }

    ConsoleConfig config() {
        return config;
    }

    Vertx vertx() {
        return vertx;
    }
}
