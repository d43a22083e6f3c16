package dev.parley.console;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;

import dev.parley.access.SuspendedShop;
import dev.parley.agent.Agent;
import dev.parley.agent.SignedIn;
import dev.parley.allowance.Bucket;
import dev.parley.conversation.AgentMessage;
import dev.parley.conversation.Author;
import dev.parley.conversation.ConversationEvent;
import dev.parley.desk.NewNote;
import dev.parley.feed.ConversationFrame;
import dev.parley.feed.Frame;
import dev.parley.feed.Frames;
import dev.parley.platform.OwnContext;
import dev.parley.platform.ParleyException;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One agent's open socket: takes its frames one after the other and carries them out. Everything happens on one Vert.x context, so that
 * its fields need no locks.
 */
final class AgentLine {
    private static final Logger LOG = Logger.getLogger(AgentLine.class);
    /** In bytes of UTF-8. */
    private static final int LARGEST_FRAME = 65_536;

    private final Office office;
    private final WebSocketConnection connection;
    private final SignedIn signedIn;
    private final UUID id;
    private final Context context;
    private final AgentWriter writer;
    private final Bucket allowance;
    private final Runnable whenWatchingElse;
    private final Deque<String> waiting = new ArrayDeque<>();
    private final SequencedMap<UUID, WatchedConversation> watched = new LinkedHashMap<>();
    private boolean busy;
    private boolean over;
    private volatile @Nullable UUID onScreen;
    private volatile Set<UUID> watching = Set.of();
    private volatile long lastHeardNanos = System.nanoTime();

    AgentLine(Office office, WebSocketConnection connection, SignedIn signedIn, UUID id, Runnable whenWatchingElse) {
        this.office = office;
        this.connection = connection;
        this.signedIn = signedIn;
        this.id = id;
        this.whenWatchingElse = whenWatchingElse;
        this.context = OwnContext.on(office.vertx());
        this.writer = new AgentWriter(connection, office.config());
        this.allowance = new Bucket(office.config().frameBurst(), office.config().framesPerSecond(),
                System.nanoTime());
    }

    UUID id() {
        return id;
    }

    Agent agent() {
        return signedIn.agent();
    }

    UUID session() {
        return signedIn.session();
    }

    /** The conversation that was watched last. */
    @Nullable
    UUID onScreen() {
        return onScreen;
    }

    boolean watches(UUID conversation) {
        return watching.contains(conversation);
    }

    void opened() {
        tell(AgentFrames.ready(agent(), office.config().heartbeat().toSeconds()));
    }

    void tell(Frame frame) {
        onContext(() -> writer.send(frame));
    }

    /** A frame that many are told, as it is sent. */
    void tell(String frame) {
        onContext(() -> writer.send(frame));
    }

    void heard() {
        lastHeardNanos = System.nanoTime();
    }

    boolean isDeadAt(long nowNanos) {
        return nowNanos - lastHeardNanos > office.config().deadAfter().toNanos();
    }

    void close(CloseReason reason) {
        onContext(() -> writer.close(reason));
    }

    void drain() {
        onContext(() -> {
            writer.send(ConversationFrame.Sign.DRAIN);
            writer.close(CloseCodes.RESTARTING);
        });
    }

    void closed() {
        onContext(() -> {
            over = true;
            waiting.clear();
            watched.values().forEach(WatchedConversation::end);
            watched.clear();
        });
    }

    void refuseBinary() {
        heard();
        onContext(() -> {
            if (allowance.take(System.nanoTime())) {
                writer.send(AgentFrames.error("bad_frame",
                        "Frames are JSON in text messages; binary messages are not read.", false, null, null));
            } else {
                writer.close(CloseCodes.NOISY);
            }
        });
    }

    void received(String text) {
        heard();
        // No character takes more than three bytes for each of its chars.
        if (text.length() > LARGEST_FRAME || (text.length() > LARGEST_FRAME / 3
                && text.getBytes(StandardCharsets.UTF_8).length > LARGEST_FRAME)) {
            close(CloseCodes.TOO_BIG);
            return;
        }
        onContext(() -> {
            if (!allowance.take(System.nanoTime()) || waiting.size() >= office.config().waitingFrames()) {
                waiting.clear();
                writer.close(CloseCodes.NOISY);
                return;
            }
            waiting.add(text);
            next();
        });
    }

    private void next() {
        String text = busy || over ? null : waiting.poll();
        if (text == null) {
            return;
        }
        busy = true;
        Uni.createFrom().deferred(() -> take(text)).subscribe().with(done -> {
            busy = false;
            onContext(this::next);
        });
    }

    private Uni<Void> take(String text) {
        try {
            AgentFrame frame = office.wire().reader().read(text);
            return Uni.createFrom().deferred(() -> carryOut(frame)).onFailure().recoverWithItem(failure -> {
                refuse(failure, frame);
                return null;
            });
        } catch (RefusedFrameException unreadable) {
            refuse(unreadable, new AgentFrame.Ping());
            return Uni.createFrom().voidItem();
        }
    }

    /** What changes nothing that visitors or colleagues would see. */
    private static boolean reads(AgentFrame frame) {
        return switch (frame) {
            case AgentFrame.Watch w -> true;
            case AgentFrame.Unwatch u -> true;
            case AgentFrame.Read r -> true;
            case AgentFrame.Presence p -> true;
            case AgentFrame.Ping p -> true;
            case AgentFrame.Send s -> false;
            case AgentFrame.Note n -> false;
            case AgentFrame.Claim c -> false;
            case AgentFrame.Typing t -> false;
        };
    }

    private Uni<Void> carryOut(AgentFrame frame) {
        return reads(frame)
                ? perform(frame)
                : office.work().tenants().byId(agent().tenant()).chain(shop -> {
                    if (shop == null || shop.suspended()) {
                        throw SuspendedShop.refusal();
                    }
                    return perform(frame);
                });
    }

    private Uni<Void> perform(AgentFrame frame) {
        Office.Work work = office.work();
        Agent agent = agent();
        return switch (frame) {
            case AgentFrame.Watch watch -> watch(watch);
            case AgentFrame.Unwatch unwatch -> done(() -> unwatch(unwatch.conversation()));
            case AgentFrame.Send send -> work.messages().record(agent.tenant(), send.conversation(),
                    new AgentMessage(send.id(), agent.id(), agent.name(), send.text(), send.attachments()))
                    .invoke(stored -> writer.send(new Frames(send.conversation()).ack(send.id(), stored)))
                    .replaceWithVoid();
            case AgentFrame.Note note -> work.notes()
                    .add(agent, note.conversation(), new NewNote(note.id(), note.text(), note.mentions()))
                    .invoke(stored -> writer.send(AgentFrames.noted(stored)))
                    .replaceWithVoid();
            // In its turn: what the bot wrote before is queued already, and must not come after the word that the bot is silent.
            case AgentFrame.Claim claim -> work.claims().claim(agent, claim.conversation())
                    .invoke(now -> tell(AgentFrames.claimed(now)))
                    .replaceWithVoid();
            case AgentFrame.Typing typing -> done(() -> typing(typing));
            case AgentFrame.Read read ->
                work.files().read(agent.tenant(), read.conversation(), agent.id(), read.seq());
            case AgentFrame.Presence presence ->
                work.presence().setAway(agent, presence.away()).invoke(() -> whenWatchingElse.run());
            case AgentFrame.Ping ping -> done(() -> writer.send(ConversationFrame.Sign.PONG));
        };
    }

    private static Uni<Void> done(Runnable work) {
        work.run();
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> watch(AgentFrame.Watch watch) {
        if (watched.size() >= office.config().watched() && !watched.containsKey(watch.conversation())) {
            throw new RefusedFrameException("too_many_watched", "Unwatch a conversation before you watch another.");
        }
        return office.work().conversations().get(agent().tenant(), watch.conversation()).invoke(conversation -> {
            unwatch(conversation.id());
            if (!over) {
                var fresh = new WatchedConversation(office, writer, context, conversation, watch.since(),
                        connection.id());
                watched.put(conversation.id(), fresh);
                show(conversation.id());
                fresh.begin();
            }
        }).replaceWithVoid();
    }

    private void unwatch(UUID conversation) {
        WatchedConversation former = watched.remove(conversation);
        if (former != null) {
            former.end();
            show(watched.isEmpty() ? null : watched.sequencedKeySet().getLast());
        }
    }

    private void show(@Nullable UUID conversation) {
        onScreen = conversation;
        watching = Set.copyOf(watched.keySet());
        whenWatchingElse.run();
    }

    /** Only of what the agent has looked at: that has been found to be its tenant's. */
    private void typing(AgentFrame.Typing typing) {
        if (watched.containsKey(typing.conversation())) {
            office.wire().events().tell(new ConversationEvent.Typing(agent().tenant(), typing.conversation(),
                    Author.AGENT, typing.on(), connection.id(), agent().id()));
        }
    }

    private void refuse(Throwable failure, AgentFrame frame) {
        UUID conversation = switch (frame) {
            case AgentFrame.Watch watch -> watch.conversation();
            case AgentFrame.Send send -> send.conversation();
            case AgentFrame.Note note -> note.conversation();
            case AgentFrame.Claim claim -> claim.conversation();
            case AgentFrame.Read read -> read.conversation();
            case AgentFrame.Unwatch none -> null;
            case AgentFrame.Typing none -> null;
            case AgentFrame.Presence none -> null;
            case AgentFrame.Ping none -> null;
        };
        UUID refused = frame instanceof AgentFrame.Send send
                ? send.id()
                : frame instanceof AgentFrame.Note note ? note.id() : null;
        if (failure instanceof ParleyException known) {
            writer.send(AgentFrames.error(known.code(), known.detail(), known.retryable(),
                    conversation, refused));
        } else {
            LOG.error("An agent's frame failed", failure);
            writer.send(AgentFrames.error("unavailable", "That did not work just now. Try again.", true,
                    conversation, refused));
        }
    }

    private void onContext(Runnable step) {
        context.runOnContext(ignored -> step.run());
    }
}
