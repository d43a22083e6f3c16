package dev.parley.console.live;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.parley.conversation.ConversationEvent;
import dev.parley.conversation.ConversationEvent.MessageStored;
import dev.parley.conversation.ConversationEvent.OwnerChanged;
import dev.parley.conversation.ConversationEvent.StaffOnly;
import dev.parley.conversation.ConversationEvent.VisitorJoined;
import dev.parley.conversation.ConversationState.Closed;
import dev.parley.conversation.ConversationState.Waiting;
import dev.parley.conversation.ConversationState.WithAgent;
import dev.parley.conversation.ConversationState.WithBot;
import dev.parley.desk.Inbox;
import dev.parley.desk.InboxItem;
import dev.parley.desk.Note;
import dev.parley.feed.ConversationFeed.Following;
import dev.parley.feed.Frame;
import dev.parley.handoff.Presence.Present;
import dev.parley.tenant.TenantId;
import org.jboss.logging.Logger;

/** One shop's open consoles on this replica. Collects inbox changes briefly, reads them once and sends them to all. */
final class ShopConsoles {
    private static final Logger LOG = Logger.getLogger(ShopConsoles.class);
    private static final UUID NOBODY = new UUID(0, 0);

    private final TenantId tenant;
    private final AgentServices services;
    private final Inbox inbox;
    private final List<AgentSocketSession> sessions = new CopyOnWriteArrayList<>();
    private final Map<UUID, String> changes = new HashMap<>();
    private final Following following;
    private List<Present> lastPresent = List.of();
    private Map<UUID, List<UUID>> lastViewing = Map.of();

    ShopConsoles(TenantId tenant, AgentServices services, Inbox inbox) {
        this.tenant = tenant;
        this.services = services;
        this.inbox = inbox;
        this.following = services.feed().followAll(tenant, this::happened);
    }

    void enter(AgentSocketSession session) {
        sessions.add(session);
    }

    /** True if the last one left. */
    boolean leave(AgentSocketSession session) {
        sessions.remove(session);
        return sessions.isEmpty();
    }

    void close() {
        following.close();
    }

    private void happened(ConversationEvent event) {
        switch (event) {
            case MessageStored stored ->
                changed(stored.conversation(), stored.message().seq() == 1 ? "new" : "changed");
            case OwnerChanged changed -> changed(changed.conversation(), switch (changed.now().state()) {
                case WithAgent with -> "claimed";
                case Closed closed -> "closed";
                case WithBot bot -> "changed";
                case Waiting waiting -> "changed";
            });
            case VisitorJoined joined -> changed(joined.conversation(), "changed");
            case StaffOnly staffOnly -> {
                changed(staffOnly.conversation(), "changed");
                if (staffOnly.note() != null) {
                    services.work().notes().get(tenant, staffOnly.note()).subscribe().with(this::noted, this::failed);
                }
            }
            case ConversationEvent.AnswerBegan none -> {
            }
            case ConversationEvent.AnswerGrew none -> {
            }
            case ConversationEvent.AnswerEnded none -> {
            }
            case ConversationEvent.Typing none -> {
            }
            case ConversationEvent.StopAsked stop -> {
            }
        }
    }

    private void noted(Note note) {
        String frame = AgentFrames.note(note).json();
        String mention = AgentFrames.mention(note).json();
        for (AgentSocketSession session : sessions) {
            if (session.watches(note.conversation())) {
                session.tell(frame);
            }
            if (note.mentions().contains(session.agent().id())) {
                session.tell(mention);
            }
        }
    }

    private void changed(UUID conversation, String change) {
        boolean first;
        synchronized (changes) {
            first = changes.isEmpty();
            changes.merge(conversation, change, (before, now) -> now.equals("changed") ? before : now);
        }
        if (first) {
            services.vertx().setTimer(Math.max(1, services.config().gather().toMillis()), timer -> tellChanges());
        }
    }

    private void tellChanges() {
        Map<UUID, String> gathered;
        synchronized (changes) {
            gathered = Map.copyOf(changes);
            changes.clear();
        }
        inbox.some(tenant, NOBODY, gathered.keySet()).subscribe().with(items -> {
            for (InboxItem item : items) {
                tellAll(AgentFrames.inbox(gathered.getOrDefault(item.id(), "changed"), item));
            }
        }, this::failed);
    }

    /** Sends changes only. */
    synchronized void present(List<Present> now) {
        List<Present> who = now.stream().map(each -> new Present(each.agent(), each.away(), List.of())).toList();
        if (!who.equals(lastPresent)) {
            lastPresent = who;
            tellAll(AgentFrames.presence(now));
        }
        Map<UUID, List<UUID>> viewing = viewing(now);
        Set<UUID> concerned = new HashSet<>(viewing.keySet());
        concerned.addAll(lastViewing.keySet());
        for (UUID conversation : concerned) {
            List<UUID> agents = viewing.getOrDefault(conversation, List.of());
            if (!agents.equals(lastViewing.getOrDefault(conversation, List.of()))) {
                String frame = AgentFrames.viewing(conversation, agents).json();
                sessions.stream().filter(session -> session.watches(conversation))
                        .forEach(session -> session.tell(frame));
            }
        }
        lastViewing = viewing;
    }

    /** For a new console: what the others know. */
    synchronized void tellPresence(AgentSocketSession session) {
        session.tell(AgentFrames.presence(lastPresent));
    }

    private static Map<UUID, List<UUID>> viewing(List<Present> present) {
        Map<UUID, List<UUID>> viewing = new HashMap<>();
        for (Present each : present) {
            for (UUID conversation : each.watching()) {
                viewing.computeIfAbsent(conversation, id -> new java.util.ArrayList<>()).add(each.agent());
            }
        }
        return viewing;
    }

    private void tellAll(Frame frame) {
        String written = frame.json();
        sessions.forEach(session -> session.tell(written));
    }

    private void failed(Throwable failure) {
        LOG.errorf("tenant=%s what changed could not be read: %s", tenant, failure);
    }
}
