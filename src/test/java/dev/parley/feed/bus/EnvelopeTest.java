package dev.parley.feed.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {
    private static final UUID REPLICA = new UUID(-1, -1);

    @Test
    void shortBody_isOneText() {
        List<String> texts = Envelope.texts(REPLICA, 7, "[]", 7_999);

        assertThat(texts).containsExactly("ffffffff-ffff-ffff-ffff-ffffffffffff 7 1 1\n[]");
        assertThat(Envelope.read(texts.getFirst())).contains(new Envelope(REPLICA, 7, 1, 1, "[]"));
    }

    @Test
    void longBody_isCutBetweenCharacters() {
        String body = "a👟é漢".repeat(1_000);

        List<String> texts = Envelope.texts(REPLICA, Long.MAX_VALUE, body, 300);

        assertThat(texts)
                .allSatisfy(text -> assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(300));
        assertThat(texts.stream().map(text -> Envelope.read(text).orElseThrow().body()).collect(Collectors.joining()))
                .isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "hello", "x 1 1 1\n[]", "ffffffff-ffff-ffff-ffff-ffffffffffff 1 1\n[]",
            "ffffffff-ffff-ffff-ffff-ffffffffffff one 1 1\n[]"})
    void foreignText_isNoEnvelope(String text) {
        assertThat(Envelope.read(text)).isEmpty();
    }
}
