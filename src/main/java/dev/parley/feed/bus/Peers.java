package dev.parley.feed.bus;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The other replicas, as their envelopes show them. Each sends one at least every second, so a gap in the numbers, or
 * silence, means that hints were lost; so does the first of a replica, which tells nothing to replicas that it has not
 * heard yet. Times are {@link System#nanoTime}.
 */
final class Peers {
    /** After so long without a word, one that did not say goodbye is no longer expected back. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(5);

    /** {@code lost}: hints before these did not arrive. */
    record Received(List<Hint> hints, boolean lost) {
        static final Received NOTHING = new Received(List.of(), false);
        private static final Received LOST = new Received(List.of(), true);
    }

    private static final class Peer {
        private long last;
        private long heardNanos;
        private final StringBuilder parts = new StringBuilder();
        private int nextPart = 1;
    }

    private final Duration silence;
    private final Map<UUID, Peer> peers = new HashMap<>();

    Peers(Duration silence) {
        this.silence = silence;
    }

    /** True if nobody is expected: none was heard, or all said goodbye or are silent for minutes. */
    boolean isEmpty() {
        return peers.isEmpty();
    }

    /** True while one is silent: what it tells is then unknown. Forgets those that are silent for long. */
    boolean anySilent(long nowNanos) {
        boolean silent = false;
        for (Iterator<Peer> each = peers.values().iterator(); each.hasNext();) {
            Peer peer = each.next();
            if (nowNanos - peer.heardNanos > FORGOTTEN.toNanos()) {
                each.remove();
            } else {
                silent |= isSilent(peer, nowNanos);
            }
        }
        return silent;
    }

    private boolean isSilent(Peer peer, long nowNanos) {
        return nowNanos - peer.heardNanos > silence.toNanos();
    }

    /** After a time without a link: numbers that follow say nothing about what was lost before. */
    void forget() {
        peers.clear();
    }

    Received take(Envelope envelope, long nowNanos) {
        if (envelope.body().equals(Envelope.BYE)) {
            peers.remove(envelope.replica());
            return Received.NOTHING;
        }
        Peer known = peers.get(envelope.replica());
        Peer peer = known == null ? new Peer() : known;
        peers.put(envelope.replica(), peer);
        peer.heardNanos = nowNanos;
        boolean starts = envelope.part() == 1;
        boolean follows = starts
                ? known != null && envelope.number() == peer.last + 1 && peer.nextPart == 1
                : envelope.number() == peer.last && envelope.part() == peer.nextPart;
        if (starts) {
            peer.parts.setLength(0);
        }
        peer.last = envelope.number();
        peer.parts.append(envelope.body());
        peer.nextPart = envelope.part() == envelope.parts() ? 1 : envelope.part() + 1;
        if (!starts && !follows) {
            // The rest of an envelope whose beginning is lost.
            return Received.LOST;
        }
        if (peer.nextPart > 1) {
            return new Received(List.of(), !follows);
        }
        Optional<List<Hint>> hints = HintJson.read(peer.parts.toString());
        return new Received(hints.orElse(List.of()), !follows || hints.isEmpty());
    }
}
