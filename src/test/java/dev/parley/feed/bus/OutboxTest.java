package dev.parley.feed.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final UUID REPLICA = new UUID(0, 1);
    private static final int MAX_BYTES = 1_000;

    private final Outbox outbox = new Outbox(REPLICA);

    private static Hint hint(long seq) {
        return new Hint.Stored(new UUID(1, 1), new UUID(2, 2), seq);
    }

    private static List<Envelope> read(List<String> texts) {
        return texts.stream().map(text -> Envelope.read(text).orElseThrow()).toList();
    }

    private static List<Hint> hints(List<Envelope> envelopes) {
        List<Hint> hints = new ArrayList<>();
        envelopes.forEach(envelope -> hints.addAll(HintJson.read(envelope.body()).orElseThrow()));
        return hints;
    }

    @Test
    void nothingWaiting_isAHeartbeat() {
        assertThat(read(outbox.texts(MAX_BYTES))).containsExactly(new Envelope(REPLICA, 1, 1, 1, "[]"));
    }

    @Test
    void manyWaiting_fillEnvelopesInOrder() {
        List<Hint> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            all.add(hint(i));
            outbox.add(hint(i));
        }

        List<String> texts = outbox.texts(MAX_BYTES);

        assertThat(texts).hasSizeBetween(10, 20)
                .allSatisfy(
                        text -> assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(MAX_BYTES));
        assertThat(hints(read(texts))).isEqualTo(all);
        assertThat(read(texts)).extracting(Envelope::number).startsWith(1L, 2L, 3L);
    }

    @Test
    void whatWasDropped_leavesANumberOut() {
        outbox.texts(MAX_BYTES);
        outbox.add(hint(1));
        outbox.drop();

        assertThat(read(outbox.texts(MAX_BYTES))).extracting(Envelope::number).containsExactly(3L);
    }

    @Test
    void hintThatIsLeftOut_leavesANumberOut() {
        outbox.texts(MAX_BYTES);
        outbox.leaveOut();
        outbox.leaveOut();

        assertThat(read(outbox.texts(MAX_BYTES))).extracting(Envelope::number).containsExactly(3L);
    }

    @Test
    void overflow_leavesANumberOut() {
        outbox.texts(MAX_BYTES);
        for (int i = 0; i < 20_001; i++) {
            outbox.add(hint(i));
        }

        assertThat(read(outbox.texts(1 << 20)).getFirst().number()).isEqualTo(3);
    }
}
