package dev.parley.widget;

import java.util.UUID;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Conversations;
import dev.parley.feed.ConversationFrame.Pong;
import dev.parley.feed.Frames;
import dev.parley.platform.ParleyException;
import dev.parley.socket.CloseCode;
import dev.parley.socket.HelloDeadline;
import dev.parley.socket.RefusedFrameException;
import dev.parley.socket.SocketConnection;
import dev.parley.socket.SocketSession;
import dev.parley.tenant.Tenant;
import dev.parley.visitor.Visitor;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

final class VisitorSocketSession extends SocketSession<VisitorFrame> {
    private static final Logger LOG = Logger.getLogger(VisitorSocketSession.class);
    private static final long NONE = -1;

    private final VisitorServices services;
    private final HelloDeadline hello;
    private final Admission admission;
    private final VisitorVerbs verbs;
    private @Nullable Visitor visitor;
    private @Nullable Playback playback;
    /** Set while there is no conversation. */
    private @Nullable PendingVisitor pending;
    private long recheckTimer = NONE;

    VisitorSocketSession(VisitorServices services, SocketConnection connection) {
        super(connection, services.config(), services.vertx());
        this.services = services;
        this.hello = new HelloDeadline(services.vertx(), writer());
        this.admission = new Admission(services, writer(), connection.origin());
        this.verbs = new VisitorVerbs(services, writer(), connection.id(), connection.address());
    }

    @Override
    protected void opened() {
        onContext(() -> {
            hello.begin(services.config().helloWithin());
            services.tenants().anyPermits(connection().origin()).subscribe().with(
                    permitted -> {
                        if (!permitted) {
                            writer().close(CloseCode.ORIGIN);
                        }
                    },
                    this::failed);
        });
    }

    @Override
    protected void left() {
        hello.end();
        services.vertx().cancelTimer(recheckTimer);
        leave();
    }

    @Override
    protected VisitorFrame read(String frame) {
        return VisitorFrameReader.read(frame);
    }

    @Override
    protected Uni<Void> carryOut(VisitorFrame frame) {
        if (frame instanceof VisitorFrame.Ping) {
            writer().send(new Pong());
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
        return services.tenants().byId(known.tenant()).chain(shop -> shop == null || shop.suspended()
                ? admission.turnAwayFrom(shop, frame instanceof VisitorFrame.Send send ? send.id().toString() : null)
                : carryOut(frame, shop, known));
    }

    private Uni<Void> carryOut(VisitorFrame frame, Tenant shop, Visitor known) {
        PendingVisitor silent = pending;
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

    private Uni<Void> open(PendingVisitor silent, VisitorFrame first) {
        return silent.open()
                .chain(found -> play(found, 0, found.id().equals(silent.expected().id())).caughtUp())
                .chain(() -> carryOut(first));
    }

    private void settle(Admission.Admitted found, long since) {
        if (connection().isClosed()) {
            return;
        }
        hello.end();
        visitor = found.visitor();
        Conversation latest = found.latest();
        if (latest == null) {
            listen(found.visitor(), found.locale());
        } else {
            play(latest, since, false);
        }
        services.vertx().cancelTimer(recheckTimer);
        recheckTimer = services.vertx().setPeriodic(services.config().recheckEvery().toMillis(),
                timer -> onContext(() -> lookAgain(found.visitor())));
    }

    private void listen(Visitor found, String locale) {
        leave();
        Conversation expected = services.conversations().draft(found.tenant(),
                new Conversations.Opening(found.id(), locale, null, "{}"));
        pending = new PendingVisitor(services, expected, opened -> onContext(this::join));
        writer().send(Frames.ready(expected, services.config().heartbeat().toSeconds()));
        // Another tab may have created one before we listened.
        join();
    }

    /** Another tab, or the shop, may have opened a conversation. */
    private void join() {
        PendingVisitor silent = pending;
        if (silent == null || silent.isOpening()) {
            return;
        }
        services.conversations().latestIn(silent.expected().tenant(), silent.expected().visitor(), null).subscribe()
                .with(
                        latest -> onContext(() -> {
                            if (latest != null && pending == silent && !silent.isOpening()) {
                                play(latest, 0, false);
                            }
                        }), this::failed);
    }

    /** {@code told}: the client has this conversation's id. */
    private Playback play(Conversation conversation, long since, boolean told) {
        leave();
        Playback playing = new Playback(services, this, writer(), conversation, since);
        playback = playing;
        if (told) {
            playing.goOn();
        } else {
            playing.start();
        }
        return playing;
    }

    private void leave() {
        if (pending != null) {
            pending.end();
            pending = null;
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

    @Override
    protected void refuse(Throwable failure, @Nullable VisitorFrame frame) {
        switch (failure) {
            case RefusedFrameException refused ->
                writer().send(Frames.error(refused.why(), refused.frameId()));
            case ParleyException refused -> writer().send(Frames.error(refused, null));
            case VisitorVerbs.NotStoredException lost -> {
                LOG.errorf(lost, "A visitor's message could not be stored");
                writer().send(Frames.error("unavailable",
                        "We could not take this message just now. Send it again.", true,
                        lost.frameId()));
            }
            // Signed in elsewhere or erased: the tab gets a new session and keeps the typed text.
            case VisitorVerbs.NotTheirsException gone -> admission.turnAway();
            default -> {
                LOG.error("A visitor's frame failed", failure);
                writer().send(Frames.error("unavailable", "That did not work just now. Try again.", true, null));
            }
        }
    }

    private void failed(Throwable failure) {
        LOG.error("A visitor's socket could not be opened", failure);
        writer().close(CloseCode.RESTARTING);
    }
}
