package dev.parley.feed.bus;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

/**
 * One replica's end of the bus: keeps the link, sends in order, and tells when hints of others were lost. Confined to a
 * context of its own, but for {@link #send}.
 */
final class BusLink {
    private static final Logger LOG = Logger.getLogger(BusLink.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MAX_DOUBLINGS = 5;

    /** Called on the link's context. */
    interface Receiver {
        void take(Hint hint);

        /** What others told may be unknown: read it from the tables. Also repeated while a link is down. */
        void lost();
    }

    /** {@code silence}: after so long without an envelope, a replica's link is down, or this one's own. */
    record Pace(Duration heartbeat, Duration silence, Duration reread, Duration retry) {
        /** So that what a lost hint told is seen within 2 s. */
        static final Pace USUAL = new Pace(Duration.ofMillis(500), Duration.ofMillis(1_600), Duration.ofMillis(1_500),
                Duration.ofMillis(100));
    }

    private final Vertx vertx;
    private final Context context;
    private final Transport transport;
    private final Pace pace;
    private final LongSupplier nanos;
    private final Receiver receiver;
    private final UUID self;
    private final Outbox outbox;
    private final Peers peers;
    private final AtomicBoolean flushing = new AtomicBoolean();
    /** Nobody has been heard: hints are left out, which costs a single replica nothing. */
    private volatile boolean alone = true;
    private boolean up;
    private boolean sending;
    private boolean stopped;
    /** Of the current link: what an earlier one still tells is ignored. */
    private int link;
    private int failures;
    private long heardSelf;
    private long connectedAt;
    private long lastReread;
    private long timer;

    BusLink(Vertx vertx, Context context, Transport transport, UUID self, Pace pace, LongSupplier nanos,
            Receiver receiver) {
        this.vertx = vertx;
        this.context = context;
        this.transport = transport;
        this.self = self;
        this.pace = pace;
        this.nanos = nanos;
        this.receiver = receiver;
        this.outbox = new Outbox(self);
        this.peers = new Peers(pace.silence());
    }

    void start() {
        context.runOnContext(ignored -> {
            timer = vertx.setPeriodic(pace.heartbeat().toMillis(), tick -> context.runOnContext(now -> beat()));
            connect();
        });
    }

    /** From any thread; never blocks. */
    void send(Hint hint) {
        if (alone) {
            outbox.leaveOut();
            return;
        }
        outbox.add(hint);
        if (flushing.compareAndSet(false, true)) {
            context.runOnContext(ignored -> {
                flushing.set(false);
                flush();
            });
        }
    }

    /** Says goodbye. Completes also without a link. */
    Uni<Void> stop() {
        return Uni.createFrom().<Void>emitter(done -> context.runOnContext(ignored -> {
            stopped = true;
            vertx.cancelTimer(timer);
            Uni<Void> goodbye = up
                    ? transport.send(List.of(outbox.goodbye()))
                    : Uni.createFrom().voidItem();
            goodbye.onTermination().invoke(transport::disconnect).subscribe().with(done::complete, done::fail);
        })).ifNoItem().after(PATIENCE).recoverWithItem((Void) null).onFailure().recoverWithNull();
    }

    private void connect() {
        int mine = ++link;
        transport.connect(text -> context.runOnContext(ignored -> arrived(mine, text)),
                () -> context.runOnContext(ignored -> down(mine, "it was closed")))
                .ifNoItem().after(PATIENCE).fail()
                .subscribe().with(done -> context.runOnContext(ignored -> connected(mine)),
                        failure -> context.runOnContext(ignored -> down(mine, failure)));
    }

    private void connected(int mine) {
        if (mine != link || stopped) {
            return;
        }
        if (failures > 0) {
            LOG.info("The bus between replicas works again");
        }
        up = true;
        failures = 0;
        heardSelf = nanos.getAsLong();
        connectedAt = heardSelf;
        alone = false;
        peers.forget();
        reread();
        // Others tell nothing before they have heard this one.
        dispatch();
    }

    private void down(int mine, Object why) {
        if (mine != link || stopped) {
            return;
        }
        if (failures == 0) {
            LOG.warnf("The bus between replicas is down, what others tell is read from the tables: %s", why);
        }
        up = false;
        sending = false;
        link++;
        transport.disconnect();
        outbox.drop();
        reread();
        long wait = pace.retry().toMillis() << Math.min(failures++, MAX_DOUBLINGS);
        vertx.setTimer(Math.max(1, wait / 2 + Math.floorMod(self.getLeastSignificantBits() + failures, wait)),
                late -> context.runOnContext(ignored -> {
                    if (!stopped) {
                        connect();
                    }
                }));
    }

    private void flush() {
        if (!up) {
            outbox.drop();
        } else if (!sending && !outbox.isEmpty()) {
            dispatch();
        }
    }

    private void dispatch() {
        int mine = link;
        sending = true;
        transport.send(outbox.texts(transport.maxBytes())).subscribe().with(
                done -> context.runOnContext(ignored -> {
                    if (mine == link) {
                        sending = false;
                        flush();
                    }
                }),
                failure -> context.runOnContext(ignored -> down(mine, failure)));
    }

    private void arrived(int mine, String text) {
        if (mine != link) {
            return;
        }
        Envelope envelope = Envelope.read(text).orElse(null);
        if (envelope == null) {
            return;
        }
        if (envelope.replica().equals(self)) {
            heardSelf = nanos.getAsLong();
            return;
        }
        Peers.Received received = peers.take(envelope, nanos.getAsLong());
        alone = false;
        received.hints().forEach(receiver::take);
        if (received.lost()) {
            reread();
        }
    }

    private void beat() {
        long now = nanos.getAsLong();
        if (up && now - heardSelf > pace.silence().toNanos() * 2) {
            down(link, "nothing comes back");
        } else if (up && !sending) {
            dispatch();
        }
        // Others may need as long to be heard.
        alone = peers.isEmpty() && (!up || now - connectedAt > pace.silence().toNanos());
        if ((!up || peers.anySilent(now)) && now - lastReread > pace.reread().toNanos()) {
            reread();
        }
    }

    private void reread() {
        lastReread = nanos.getAsLong();
        receiver.lost();
    }
}
