package dev.parley.feed.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import dev.parley.feed.bus.Peers.Received;
import org.junit.jupiter.api.Test;

class PeersTest {
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final Hint HINT = new Hint.Stored(new UUID(1, 1), new UUID(2, 2), 7);
    private static final String BODY = "[" + HintJson.write(HINT) + "]";
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Peers peers = new Peers(Duration.ofSeconds(2));

    private Received take(UUID replica, long number, String body) {
        return peers.take(new Envelope(replica, number, 1, 1, body), 0);
    }

    @Test
    void numbersInSequence_loseNothing() {
        take(A, 40, BODY);

        assertThat(take(A, 41, BODY)).isEqualTo(new Received(List.of(HINT), false));
        assertThat(take(A, 42, BODY)).isEqualTo(new Received(List.of(HINT), false));
    }

    @Test
    void firstOfAReplica_isALoss_becauseItToldNothingBefore() {
        assertThat(take(A, 41, BODY)).isEqualTo(new Received(List.of(HINT), true));
    }

    @Test
    void missingNumber_isALossOnce() {
        take(A, 1, BODY);

        assertThat(take(A, 3, BODY)).isEqualTo(new Received(List.of(HINT), true));
        assertThat(take(A, 4, BODY).lost()).isFalse();
    }

    @Test
    void replicas_areCountedForThemselves() {
        take(A, 1, BODY);
        take(B, 8, BODY);

        assertThat(take(B, 9, BODY).lost()).isFalse();
        assertThat(take(A, 2, BODY).lost()).isFalse();
    }

    @Test
    void parts_areJoined() {
        int half = BODY.length() / 2;
        take(A, 0, BODY);

        assertThat(peers.take(new Envelope(A, 1, 1, 2, BODY.substring(0, half)), 0))
                .isEqualTo(new Received(List.of(), false));
        assertThat(peers.take(new Envelope(A, 1, 2, 2, BODY.substring(half)), 0))
                .isEqualTo(new Received(List.of(HINT), false));
    }

    @Test
    void lostEndOfAnEnvelope_isALoss() {
        take(A, 0, BODY);
        peers.take(new Envelope(A, 1, 1, 2, "[{\"ty"), 0);

        assertThat(take(A, 2, BODY)).isEqualTo(new Received(List.of(HINT), true));
    }

    @Test
    void lostBeginningOfAnEnvelope_isALoss() {
        take(A, 1, BODY);

        assertThat(peers.take(new Envelope(A, 2, 2, 2, "pe\"}]"), 0)).isEqualTo(new Received(List.of(), true));
        assertThat(take(A, 3, BODY)).isEqualTo(new Received(List.of(HINT), false));
    }

    @Test
    void hintOfANewerVersion_isALoss() {
        take(A, 0, BODY);

        assertThat(take(A, 1, "[{\"type\":\"teleported\"}]")).isEqualTo(new Received(List.of(), true));
    }

    @Test
    void fieldOfANewerVersion_isLeftOut() {
        assertThat(take(A, 1, BODY.replace("\"seq\"", "\"shard\":3,\"seq\"")).hints()).containsExactly(HINT);
    }

    @Test
    void silentReplica_isNoticedAndForgottenAfterMinutes() {
        take(A, 1, BODY);

        assertThat(peers.anySilent(SECOND)).isFalse();
        assertThat(peers.anySilent(3 * SECOND)).isTrue();
        assertThat(peers.isEmpty()).isFalse();
        assertThat(peers.anySilent(400 * SECOND)).isFalse();
        assertThat(peers.isEmpty()).isTrue();
    }

    @Test
    void replicaThatSaidGoodbye_isNotSilent() {
        take(A, 1, BODY);
        take(A, 2, Envelope.BYE);

        assertThat(peers.anySilent(3 * SECOND)).isFalse();
    }

    @Test
    void replicaThatComesBackAfterSilence_hasLostWhatItSaidMeanwhile() {
        take(A, 1, BODY);

        assertThat(peers.take(new Envelope(A, 9, 1, 1, BODY), 60 * SECOND).lost()).isTrue();
    }
}
