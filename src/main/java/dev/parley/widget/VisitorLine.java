package dev.parley.widget;

import java.util.UUID;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Conversations;
import dev.parley.feed.ConversationFrame;
import dev.parley.feed.Frames;
import dev.parley.platform.OwnContext;
import dev.parley.platform.ParleyException;
import dev.parley.tenant.Tenant;
import dev.parley.visitor.Visitor;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One visitor's open socket: takes its frames one after the other and carries them out. Everything happens on one Vert.x context, so that
 * its fields need no locks.
 */
final class VisitorLine {
    private static final Logger LOG = Logger.getLogger(VisitorLine.class);

    private final Switchboard board;
    private final WebSocketConnection connection;
    private final @Nullable String origin;
    private final Context context;
    private final SocketWriter writer;
    private final Admission admission;
    private final VisitorVerbs verbs;
    private final FrameQueue frames;
    private @Nullable Visitor visitor;
    private @Nullable Playback playback;
    /** Instead of a playback, while there is nothing to play. */
    private @Nullable Newcomer newcomer;
    private long recheckTimer = -1;
    private long helloTimer = -1;
    private volatile long lastHeardNanos = System.nanoTime();

    VisitorLine(Switchboard board, WebSocketConnection connection, @Nullable String origin, String address) {
        this.board = board;
        this.connection = connection;
        this.origin = origin;
        this.context = OwnContext.on(board.vertx());
        this.writer = new SocketWriter(connection, board.config());
        this.admission = new Admission(board, writer, origin);
        this.verbs = new VisitorVerbs(board, writer, connection.id(), address);
        this.frames = new FrameQueue(context, board.config(), this::take, this::hangUp);
    }

    void opened() {
        onContext(() -> {
            helloTimer = board.vertx().setTimer(board.config().helloWithin().toMillis(), timer -> missedHello());
            board.tenants().anyPermits(origin).subscribe().with(
                    permitted -> {
                        if (!permitted) {
                            writer.close(CloseCodes.ORIGIN);
                        }
                    },
                    this::failed);
        });
    }

    private void missedHello() {
        if (visitor == null) {
            writer.close(CloseCodes.NO_HELLO);
        }
    }

    void heard() {
        lastHeardNanos = System.nanoTime();
    }

    void received(String text) {
        heard();
        frames.add(text);
    }

    void refuseBinary() {
        heard();
        frames.arrive(() -> writer.send(Frames.error("bad_frame",
                "Frames are JSON in text messages; binary messages are not read.", false, null)));
    }

    void close(CloseReason reason) {
        onContext(() -> writer.close(reason));
    }

    /** On one who sends too much. */
    private void hangUp(CloseReason reason) {
        SocketDoor.incoming(connection).stop();
        board.allowances().flooded(SocketDoor.address(connection));
        close(reason);
    }

    void drain() {
        onContext(() -> {
            writer.send(ConversationFrame.Sign.DRAIN);
            writer.close(CloseCodes.RESTARTING);
        });
    }

    void closed() {
        onContext(() -> {
            board.vertx().cancelTimer(helloTimer);
            board.vertx().cancelTimer(recheckTimer);
            frames.clear();
            leave();
        });
    }

    boolean isDeadAt(long nowNanos) {
        return nowNanos - lastHeardNanos > board.config().deadAfter().toNanos();
    }

    private Uni<Void> take(String text) {
        return Uni.createFrom().deferred(() -> carryOut(board.reader().read(text)))
                .onFailure().recoverWithItem(failure -> {
                    refuse(failure);
                    return null;
                });
    }

    private Uni<Void> carryOut(VisitorFrame frame) {
        if (frame instanceof VisitorFrame.Ping) {
            writer.send(ConversationFrame.Sign.PONG);
            return Uni.createFrom().voidItem();
        }
        if (frame instanceof VisitorFrame.Hello hello) {
            return admission.admit(hello.token())
                    .onItem().ifNotNull().invoke(found -> settle(found, hello.since()))
                    .replaceWithVoid();
        }
        Visitor known = visitor;
        if (known == null) {
            throw notReady();
        }
        return board.tenants().byId(known.tenant()).chain(shop -> shop == null || shop.suspended()
                ? admission.turnAwayFrom(shop, frame instanceof VisitorFrame.Send send ? send.id().toString() : null)
                : carryOut(frame, shop, known));
    }

    private Uni<Void> carryOut(VisitorFrame frame, Tenant shop, Visitor known) {
        Newcomer silent = newcomer;
        if (silent != null) {
            return silent.opens(frame) ? open(silent, frame) : Uni.createFrom().voidItem();
        }
        Playback playing = playback;
        if (playing == null) {
            throw notReady();
        }
        return verbs.carryOut(frame, shop, known, playing);
    }

    private static RefusedFrameException notReady() {
        return new RefusedFrameException("not_ready",
                "Say hello first: the first frame is `hello` with a visitor's token.", null);
    }

    void lookAtShop() {
        onContext(() -> {
            Visitor known = visitor;
            if (known != null) {
                admission.lookAtShop(known).subscribe().with(done -> {},
                        failure -> LOG.debugf("A visitor's shop could not be looked at: %s", failure));
            }
        });
    }

    private Uni<Void> open(Newcomer silent, VisitorFrame first) {
        return silent.open()
                .chain(found -> play(found, 0, found.id().equals(silent.expected().id())).caughtUp())
                .chain(() -> carryOut(first));
    }

    private void settle(Admission.Admitted found, long since) {
        if (connection.isClosed()) {
            return;
        }
        board.vertx().cancelTimer(helloTimer);
        visitor = found.visitor();
        Conversation latest = found.latest();
        if (latest == null) {
            listen(found.visitor(), found.locale());
        } else {
            play(latest, since, false);
        }
        board.vertx().cancelTimer(recheckTimer);
        recheckTimer = board.vertx().setPeriodic(board.config().recheckEvery().toMillis(),
                timer -> onContext(() -> lookAgain(found.visitor())));
    }

    private void listen(Visitor found, String locale) {
        leave();
        Conversation expected = board.conversations().draft(found.tenant(),
                new Conversations.Opening(found.id(), locale, null, "{}"));
        newcomer = new Newcomer(board, expected, opened -> onContext(this::join));
        writer.send(Frames.ready(expected, board.config().heartbeat().toSeconds()));
        // Another tab may have opened one between the look and the listening.
        join();
    }

    /** Another tab of this visitor, or the shop, may have opened a conversation. */
    private void join() {
        Newcomer silent = newcomer;
        if (silent == null || silent.isOpening()) {
            return;
        }
        board.conversations().latestIn(silent.expected().tenant(), silent.expected().visitor(), null).subscribe().with(
                latest -> onContext(() -> {
                    if (latest != null && newcomer == silent && !silent.isOpening()) {
                        play(latest, 0, false);
                    }
                }), this::failed);
    }

    /** @param told whether the client was told of this conversation already */
    private Playback play(Conversation conversation, long since, boolean told) {
        leave();
        Playback playing = new Playback(board, writer, context, conversation, conversation.visitor(), since);
        playback = playing;
        if (told) {
            playing.goOn();
        } else {
            playing.start();
        }
        return playing;
    }

    private void leave() {
        if (newcomer != null) {
            newcomer.end();
            newcomer = null;
        }
        if (playback != null) {
            playback.end();
            playback = null;
        }
    }

    private void lookAgain(Visitor known) {
        UUID conversation = playback == null ? null : playback.conversation();
        admission.lookAgain(known, conversation).subscribe().with(done -> {}, failure -> {
            if (failure instanceof ParleyException) {
                onContext(admission::turnAway);
            } else {
                LOG.warnf("conversation=%s could not be looked at again: %s", conversation, failure);
            }
        });
    }

    private void refuse(Throwable failure) {
        switch (failure) {
            case RefusedFrameException refused ->
                writer.send(Frames.error(refused.why(), refused.frameId()));
            case ParleyException refused -> writer.send(Frames.error(refused, null));
            case VisitorVerbs.NotStoredException lost -> {
                LOG.errorf(lost, "A visitor's message could not be stored");
                writer.send(Frames.error("unavailable",
                        "We could not take this message just now. Send it again.", true,
                        lost.frameId()));
            }
            // Signed in elsewhere, or erased: the tab gets a session anew and keeps what was typed.
            case VisitorVerbs.NotTheirsException gone -> admission.turnAway();
            default -> {
                LOG.error("A visitor's frame failed", failure);
                writer.send(Frames.error("unavailable", "That did not work just now. Try again.", true, null));
            }
        }
    }

    private void failed(Throwable failure) {
        LOG.error("A visitor's socket could not be opened", failure);
        writer.close(CloseCodes.RESTARTING);
    }

    private void onContext(Runnable step) {
        context.runOnContext(ignored -> step.run());
    }
}
