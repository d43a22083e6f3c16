package dev.parley.feed.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What replicas rely on, whichever bus carries their hints. */
abstract class BusContract {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Vertx vertx = Vertx.vertx();
    private final List<BusMember> members = new ArrayList<>();
    private BusMember one;
    private BusMember other;

    abstract Transport transport(Vertx vertx) throws Exception;

    @BeforeEach
    void connect() throws Exception {
        one = member();
        other = member();
        areConnected();
    }

    private BusMember member() throws Exception {
        BusMember member = new BusMember(vertx, transport(vertx));
        members.add(member);
        return member;
    }

    /** Both hear each other: repeated, since what is sent before the other listens is lost. */
    private void areConnected() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            one.tell(0);
            other.tell(0);
            assertThat(other.numbersOf(one)).isNotEmpty();
            assertThat(one.numbersOf(other)).isNotEmpty();
        });
        settle();
    }

    /** Until the last that was sent has arrived, and nothing is lost any more. */
    private void settle() {
        one.tell(-1);
        other.tell(-1);
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(other.numbersOf(one)).endsWith(-1L);
            assertThat(one.numbersOf(other)).endsWith(-1L);
        });
        members.forEach(member -> {
            member.heard.clear();
            member.lost.set(0);
        });
    }

    BusMember one() {
        return one;
    }

    BusMember other() {
        return other;
    }

    void hearEachOtherAgain() {
        one.heard.clear();
        other.heard.clear();
        areConnected();
    }

    @AfterEach
    void stop() {
        members.forEach(BusMember::stop);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void hint_isHeardByTheOthersAndNotByItsSender() {
        one.tell(7);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(other.numbersOf(one)).containsExactly(7L));
        assertThat(one.heard).isEmpty();
    }

    @Test
    void manyHintsAtOnce_areHeardInOrderWithoutLoss() {
        LongStream.rangeClosed(1, 5_000).forEach(one::tell);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(other.numbersOf(one)).hasSize(5_000));
        assertThat(other.numbersOf(one)).isSorted();
        assertThat(other.lost).hasValue(0);
    }

    @Test
    void textLongerThanAPayload_isHeardWhole() {
        String text = "Größe 43 \"ist\" da 👟 ".repeat(2_000);

        one.tell(text);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(other.heard)
                .containsExactly(new Hint.Grew(BusMember.SHOP, one.id, one.id, 1, 1, text)));
    }

    @Test
    void replicaThatSaysGoodbye_isNotMissed() {
        one.stop();
        await().pollDelay(BusMember.SILENCE.plusMillis(600)).atMost(PATIENCE).until(() -> true);

        assertThat(other.lost).hasValue(0);
    }

    @Test
    void newReplica_isHeard() throws Exception {
        BusMember third = member();

        await().atMost(PATIENCE).untilAsserted(() -> {
            third.tell(3);
            assertThat(one.numbersOf(third)).contains(3L);
            assertThat(other.numbersOf(third)).contains(3L);
        });
    }
}
