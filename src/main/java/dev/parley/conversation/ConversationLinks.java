package dev.parley.conversation;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.visitor.VisitorLinks;

/** Keeps a visitor while a conversation exists. */
@ApplicationScoped
class ConversationLinks implements VisitorLinks {
    @Override
    public String now(String visitor) {
        return "EXISTS (SELECT FROM conversation WHERE visitor_id = " + visitor + ")";
    }

    @Override
    public String since(String visitor, String before) {
        return "EXISTS (SELECT FROM conversation WHERE visitor_id = " + visitor + " AND last_activity_at >= " + before
                + ")";
    }
}
