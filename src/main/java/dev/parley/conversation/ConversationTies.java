package dev.parley.conversation;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.tenant.VisitorTies;

/** Visitors stay as long as a conversation of theirs does. */
@ApplicationScoped
class ConversationTies implements VisitorTies {
    @Override
    public String now() {
        return "EXISTS (SELECT FROM conversation WHERE visitor_id = visitor.id)";
    }

    @Override
    public String since() {
        return "EXISTS (SELECT FROM conversation WHERE visitor_id = visitor.id AND last_activity_at >= :before)";
    }
}
