package dev.parley.model.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SseParserTest {
    private static final int LIMIT = 2 * 1024 * 1024;

    private final List<String> events = new ArrayList<>();
    private final SseParser parser = new SseParser(LIMIT, this::note);

    private void note(boolean error, byte[] data, int length) {
        events.add((error ? "error:" : "") + new String(data, 0, length, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void everySplitInTwo_givesTheSameEvents(String newline) {
        byte[] sample = sample(newline);

        for (int cut = 0; cut <= sample.length; cut++) {
            List<String> seen = new ArrayList<>();
            SseParser fresh = new SseParser(LIMIT,
                    (error, data, length) -> seen.add(new String(data, 0, length, StandardCharsets.UTF_8)));
            fresh.feed(sample, 0, cut);
            fresh.feed(sample, cut, sample.length);
            fresh.end();
            assertThat(seen).as("cut at %d", cut).containsExactly("{\"t\":\"Grüße, 你好 👟\"}", "two\nlines", "",
                    "[DONE]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void everySplitInThree_givesTheSameEvents(String newline) {
        byte[] sample = sample(newline);

        for (int first = 0; first <= sample.length; first++) {
            for (int second = first; second <= sample.length; second++) {
                List<String> seen = new ArrayList<>();
                SseParser fresh = new SseParser(LIMIT,
                        (error, data, length) -> seen.add(new String(data, 0, length, StandardCharsets.UTF_8)));
                fresh.feed(sample, 0, first);
                fresh.feed(sample, first, second);
                fresh.feed(sample, second, sample.length);
                assertThat(seen).as("cuts at %d and %d", first, second).containsExactly("{\"t\":\"Grüße, 你好 👟\"}",
                        "two\nlines", "", "[DONE]");
            }
        }
    }

    private static byte[] sample(String newline) {
        return String.join(newline, "\ufeff: a comment", "data: {\"t\":\"Grüße, 你好 👟\"}", "", ":", "id: 7", "data:two",
                "data: lines",
                "retry: 5", "", "", "data", "", "data: [DONE]", "", "").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void byteByByte_givesTheSameEvents() {
        for (byte b : sample("\r\n")) {
            parser.feed(new byte[]{b});
        }

        assertThat(events).hasSize(4).first().isEqualTo("{\"t\":\"Grüße, 你好 👟\"}");
    }

    @Test
    void severalEventsInOneRead_arriveInOrder() {
        feed("data: a\n\ndata: b\n\ndata: c\n\n");

        assertThat(events).containsExactly("a", "b", "c");
    }

    @Test
    void oneSpaceAfterTheColon_isNotData() {
        feed("data:  a\n\ndata:b\n\n");

        assertThat(events).containsExactly(" a", "b");
    }

    @Test
    void namesThatBeginLikeOurs_areOtherFields() {
        feed("dataset: a\nevents: error\ndata: b\n\n");

        assertThat(events).containsExactly("b");
    }

    @Test
    void errorEvent_isMarked_andTheNextIsNot() {
        feed("event: error\ndata: a\n\nevent: message\ndata: b\n\ndata: c\n\n");

        assertThat(events).containsExactly("error:a", "b", "c");
    }

    @Test
    void blankLines_aloneAreNoEvents() {
        feed("\n\n\r\n\r\n: ping\n\n");

        assertThat(events).isEmpty();
    }

    @Test
    void lastEventWithoutBlankLine_isHandedOutAtTheEnd() {
        feed("data: a\n\ndata: b");
        parser.end();

        assertThat(events).containsExactly("a", "b");
    }

    @Test
    void byteOrderMark_isOnlySkippedAtTheBeginning() {
        feed("\ufeffdata: a\n\n\ufeffdata: b\n\n");

        assertThat(events).containsExactly("a");
    }

    @Test
    void oneMegabyteInSmallReads_isOneEvent() {
        String large = "x".repeat(1024 * 1024);
        byte[] bytes = ("data: " + large + "\n\n").getBytes(StandardCharsets.UTF_8);

        for (int at = 0; at < bytes.length; at += 1000) {
            parser.feed(bytes, at, Math.min(bytes.length, at + 1000));
        }

        assertThat(events).containsExactly(large);
    }

    @Test
    void endlessLine_isRefused() {
        byte[] piece = "x".repeat(LIMIT / 2 + 1).getBytes(StandardCharsets.UTF_8);
        parser.feed(piece);

        assertThatThrownBy(() -> parser.feed(piece)).isInstanceOf(SseParser.TooLargeException.class);
    }

    @Test
    void endlessEventOfShortLines_isRefused() {
        byte[] line = ("data: " + "x".repeat(100_000) + "\n").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> {
            for (int i = 0; i < 30; i++) {
                parser.feed(line);
            }
        }).isInstanceOf(SseParser.TooLargeException.class);
    }

    private void feed(String text) {
        parser.feed(text.getBytes(StandardCharsets.UTF_8));
    }
}
