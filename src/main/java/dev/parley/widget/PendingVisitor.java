package dev.parley.widget;

import java.util.function.Consumer;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationOpened;
import dev.parley.platform.ParleyException;
import io.smallrye.mutiny.Uni;

/** A session without a conversation; the first message or request for a person creates one. On one context. */
final class PendingVisitor {
    private final VisitorServices services;
    private final Conversation expected;
    private final Runnable ending;
    private boolean opening;

    /** {@code elsewhere} is called on any thread if another tab opens a conversation. */
    PendingVisitor(VisitorServices services, Conversation expected, Consumer<ConversationOpened> elsewhere) {
        this.services = services;
        this.expected = expected;
        this.ending = services.newcomers().await(expected.visitor(), elsewhere);
    }

    /** The conversation to create, unless another tab is faster. */
    Conversation expected() {
        return expected;
    }

    boolean isOpening() {
        return opening;
    }

    /** True if the frame creates a conversation. Frames that need one are refused. */
    boolean opens(VisitorFrame frame) {
        return switch (frame) {
            case VisitorFrame.Send send -> VisitorVerbs.message(send) != null;
            case VisitorFrame.Handoff handoff -> true;
            case VisitorFrame.Rate rate -> throw ParleyException.notFound("answer to rate");
            case VisitorFrame.Stop nothing -> false;
            case VisitorFrame.Typing nothing -> false;
            case VisitorFrame.Seen nothing -> false;
            case VisitorFrame.Close nothing -> false;
            case VisitorFrame.Hello nothing -> false;
            case VisitorFrame.Ping nothing -> false;
        };
    }

    /** Fails with {@link VisitorVerbs.NotTheirsException} if the visitor was deleted. */
    Uni<Conversation> open() {
        opening = true;
        return services.conversations().latestOrOpen(expected)
                .onFailure().invoke(() -> opening = false)
                .onFailure(ParleyException.class).transform(VisitorVerbs.NotTheirsException::new);
    }

    void end() {
        ending.run();
    }
}
