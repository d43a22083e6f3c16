package dev.parley.feed.bus;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.Vertx;

/** One replica's end, with all that it has heard. */
final class BusMember {
    /** Longer than a busy machine holds up a heartbeat. */
    static final Duration SILENCE = Duration.ofSeconds(2);
    private static final BusLink.Pace QUICK = new BusLink.Pace(Duration.ofMillis(100), SILENCE,
            Duration.ofMillis(200), Duration.ofMillis(20));
    static final UUID SHOP = new UUID(1, 1);

    final List<Hint> heard = new CopyOnWriteArrayList<>();
    final AtomicInteger lost = new AtomicInteger();
    final UUID id = UUID.randomUUID();
    private final BusLink link;

    BusMember(Vertx vertx, Transport transport) {
        link = new BusLink(vertx, vertx.getOrCreateContext(), transport, id, QUICK, System::nanoTime,
                new BusLink.Receiver() {
                    @Override
                    public void take(Hint hint) {
                        heard.add(hint);
                    }

                    @Override
                    public void lost() {
                        lost.incrementAndGet();
                    }
                });
        link.start();
    }

    void tell(long seq) {
        link.send(new Hint.Stored(SHOP, id, seq));
    }

    void tell(String text) {
        link.send(new Hint.Grew(SHOP, id, id, 1, 1, text));
    }

    List<Long> numbersOf(BusMember other) {
        return heard.stream().filter(hint -> ((Hint.Stored) hint).conversation().equals(other.id))
                .map(hint -> ((Hint.Stored) hint).seq()).toList();
    }

    void stop() {
        link.stop().await().atMost(Duration.ofSeconds(10));
    }
}
