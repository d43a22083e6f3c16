package dev.parley.feed.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.stream.LongStream;

import dev.parley.testsupport.TcpRelay;
import org.junit.jupiter.api.Test;

/** The contract of a bus behind a server, which can be cut off, held up and restarted. */
abstract class ServerBusContract extends BusContract {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Between the replicas and the server. */
    abstract TcpRelay relay();

    private void bothNoticeALoss() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(one().lost.get()).isPositive();
            assertThat(other().lost.get()).isPositive();
        });
    }

    @Test
    void cutLinks_areNoticedAndMadeAgain() {
        for (int i = 0; i < 5; i++) {
            one().lost.set(0);
            other().lost.set(0);
            relay().cut();
            one().tell(i);

            bothNoticeALoss();
            hearEachOtherAgain();
        }
    }

    @Test
    void heldUpServer_isNoticedWithoutAClosedLink() {
        relay().pause();

        bothNoticeALoss();

        relay().resume();
        hearEachOtherAgain();
    }

    @Test
    void stoppedServer_isAskedAgainUntilItIsBack_andLossIsToldMeanwhile() {
        relay().refuse(true);
        bothNoticeALoss();
        int before = one().lost.get();
        await().atMost(PATIENCE).until(() -> one().lost.get() > before + 2);

        relay().refuse(false);

        hearEachOtherAgain();
    }

    @Test
    void moreThanTheQueueHolds_isDroppedAndNoticed() {
        relay().pause();
        LongStream.rangeClosed(1, 50_000).forEach(one()::tell);
        relay().resume();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(other().lost.get()).isPositive());
        hearEachOtherAgain();
    }
}
