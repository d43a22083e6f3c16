package dev.parley.feed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import dev.parley.conversation.ConversationEvent;
import dev.parley.conversation.ConversationEvent.AnswerBegan;
import dev.parley.conversation.ConversationEvent.AnswerEnded;
import dev.parley.conversation.ConversationEvent.AnswerGrew;
import dev.parley.conversation.ConversationEvent.MessageStored;
import dev.parley.conversation.ConversationEvent.OwnerChanged;
import dev.parley.conversation.ConversationEvent.StaffOnly;
import dev.parley.conversation.ConversationEvent.Typing;
import dev.parley.conversation.ConversationEvent.VisitorJoined;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Conversations.Chapter;
import dev.parley.conversation.Message;
import dev.parley.feed.ConversationFeed.Following;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import org.jspecify.annotations.Nullable;

/**
 * Replays what a listener missed from the tables, then passes on events from the feed, each message once and in order.
 * Events wait while the tables are read. Confined to one context.
 */
public final class Replay {
    private final ConversationFeed feed;
    private final Conversations conversations;
    private final Context context;
    private final TenantId tenant;
    private final UUID conversation;
    private final Listener listener;
    private final List<ConversationEvent> held = new ArrayList<>();
    private long lastTold;
    private boolean reading = true;
    private boolean ended;
    /** The answer in progress that the listener has received. */
    private @Nullable UUID onScreen;
    private @Nullable Following following;
    private final CompletableFuture<Void> caughtUp = new CompletableFuture<>();

    /** Called on the replay's context. */
    public interface Listener {
        void happened(ConversationEvent event);

        /** The tables could not be read; the replay ends. */
        void broke(Throwable failure);
    }

    /** Starts with {@link #begin}. {@code since} is the last message that the listener has seen. */
    public Replay(ConversationFeed feed, Conversations conversations, Context context, TenantId tenant,
            UUID conversation, long since, Listener listener) {
        this.feed = feed;
        this.conversations = conversations;
        this.context = context;
        this.tenant = tenant;
        this.conversation = conversation;
        this.lastTold = since;
        this.listener = listener;
    }

    public void begin() {
        following = feed.follow(tenant, conversation, event -> context.runOnContext(ignored -> take(event)));
        read();
    }

    /** Completes when missed messages are delivered; later changes arrive as events. Also completes on failure. */
    public Uni<Void> caughtUp() {
        return Uni.createFrom().completionStage(caughtUp);
    }

    public void end() {
        ended = true;
        caughtUp.complete(null);
        if (following != null) {
            following.close();
        }
    }

    private void read() {
        reading = true;
        conversations.chapterSince(tenant, conversation, lastTold)
                .subscribe().with(this::wasRead, this::broke);
    }

    private void broke(Throwable failure) {
        caughtUp.complete(null);
        listener.broke(failure);
    }

    private void wasRead(Chapter chapter) {
        if (ended) {
            return;
        }
        chapter.messages().forEach(this::tellMessage);
        if (chapter.more() && !chapter.messages().isEmpty()) {
            read();
            return;
        }
        reading = false;
        List<ConversationEvent> waiting = List.copyOf(held);
        held.clear();
        withoutWhatIsOver(waiting).forEach(this::take);
        caughtUp.complete(null);
    }

    /** Drops answers that ended while the tables were read: they were delivered as messages, or a person took over. */
    private static List<ConversationEvent> withoutWhatIsOver(List<ConversationEvent> events) {
        Deque<ConversationEvent> kept = new ArrayDeque<>();
        Set<UUID> over = new HashSet<>();
        for (ConversationEvent event : events.reversed()) {
            if (event instanceof AnswerEnded answer) {
                over.add(answer.answer());
            }
            if (!isTextOf(over, event)) {
                kept.addFirst(event);
            }
        }
        return List.copyOf(kept);
    }

    private static boolean isTextOf(Set<UUID> answers, ConversationEvent event) {
        return switch (event) {
            case AnswerBegan began -> answers.contains(began.answer());
            case AnswerGrew grew -> answers.contains(grew.answer());
            case AnswerEnded over -> false;
            case MessageStored stored -> false;
            case OwnerChanged changed -> false;
            case Typing typing -> false;
            case VisitorJoined joined -> false;
            case StaffOnly staffOnly -> false;
            case ConversationEvent.StopAsked stop -> false;
        };
    }

    private void take(ConversationEvent event) {
        if (ended) {
            return;
        }
        if (reading) {
            held.add(event);
        } else if (event instanceof MessageStored stored) {
            message(stored);
        } else if (isNews(event)) {
            listener.happened(event);
        }
    }

    /** The end of an answer is news only if its beginning or its message was delivered. */
    private boolean isNews(ConversationEvent event) {
        if (event instanceof AnswerBegan began) {
            onScreen = began.answer();
        } else if (event instanceof AnswerEnded over) {
            boolean shown = over.answer().equals(onScreen);
            onScreen = shown ? null : onScreen;
            return shown || over.seq() > 0;
        }
        return true;
    }

    /** Commits may be announced out of order; the tables have the right order. */
    private void message(MessageStored stored) {
        if (stored.message().seq() > lastTold + 1) {
            held.add(stored);
            read();
        } else {
            tellMessage(stored.message());
        }
    }

    private void tellMessage(Message message) {
        if (message.seq() > lastTold) {
            lastTold = message.seq();
            listener.happened(new MessageStored(tenant, conversation, message));
        }
    }
}
