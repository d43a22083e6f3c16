package dev.parley.widget;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.allowance.Allowances;
import dev.parley.conversation.ConversationEvents;
import dev.parley.conversation.Conversations;
import dev.parley.feed.ConversationFeed;
import dev.parley.handoff.Handoffs;
import dev.parley.language.Sentences;
import dev.parley.tenant.Tenants;
import dev.parley.turn.Turns;
import dev.parley.visitor.VisitorTokens;
import io.vertx.core.Vertx;

@ApplicationScoped
class VisitorServices {
    private final Allowances allowances;
    private final Tenants tenants;
    private final VisitorTokens tokens;
    private final Conversations conversations;
    private final ConversationEvents events;
    private final ConversationFeed feed;
    private final Turns turns;
    private final Handoffs handoffs;
    private final Sentences sentences;
    private final WidgetConfig config;
    private final FirstConversationListeners newcomers;
    private final Vertx vertx;

    VisitorServices(Allowances allowances, Tenants tenants, VisitorTokens tokens, Conversations conversations,
            ConversationEvents events,
            ConversationFeed feed, Turns turns, Handoffs handoffs, Sentences sentences,
            WidgetConfig config, FirstConversationListeners newcomers,
            Vertx vertx) {
        this.allowances = allowances;
        this.tenants = tenants;
        this.tokens = tokens;
        this.conversations = conversations;
        this.events = events;
        this.feed = feed;
        this.turns = turns;
        this.handoffs = handoffs;
        this.sentences = sentences;
        this.config = config;
        this.newcomers = newcomers;
        this.vertx = vertx;
    }

    Allowances allowances() {
        return allowances;
    }

    Tenants tenants() {
        return tenants;
    }

    VisitorTokens tokens() {
        return tokens;
    }

    Conversations conversations() {
        return conversations;
    }

    ConversationEvents events() {
        return events;
    }

    ConversationFeed feed() {
        return feed;
    }

    Turns turns() {
        return turns;
    }

    Handoffs handoffs() {
        return handoffs;
    }

    Sentences sentences() {
        return sentences;
    }

    WidgetConfig config() {
        return config;
    }

    FirstConversationListeners newcomers() {
        return newcomers;
    }

    Vertx vertx() {
        return vertx;
    }
}
