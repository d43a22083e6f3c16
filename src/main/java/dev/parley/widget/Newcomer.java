package dev.parley.widget;

import java.util.function.Consumer;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationOpened;
import dev.parley.platform.ParleyException;
import io.smallrye.mutiny.Uni;

/**
 * A visitor's line before anything was said: looking at a page makes no conversation. The visitor's first word, or wish for a person, opens
 * it. Used on one context only.
 */
final class Newcomer {
    private final VisitorServices board;
    private final Conversation expected;
    private final Runnable ending;
    private boolean opening;

    /** @param elsewhere hears, on any thread, of a conversation that another tab has opened */
    Newcomer(VisitorServices board, Conversation expected, Consumer<ConversationOpened> elsewhere) {
        this.board = board;
        this.expected = expected;
        this.ending = board.newcomers().await(expected.visitor(), elsewhere);
    }

    /** What will be opened, if nobody is quicker. */
    Conversation expected() {
        return expected;
    }

    /** Whether this line opens a conversation itself just now. */
    boolean isOpening() {
        return opening;
    }

    /** Whether this frame opens a conversation; what would be refused in one is refused here, and opens none. */
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

    /** Fails with {@link VisitorVerbs.NotTheirsException} when the visitor is gone. */
    Uni<Conversation> open() {
        opening = true;
        return board.conversations().latestOrOpen(expected)
                .onFailure().invoke(() -> opening = false)
                .onFailure(ParleyException.class).transform(VisitorVerbs.NotTheirsException::new);
    }

    void end() {
        ending.run();
    }
}
