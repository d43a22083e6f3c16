package dev.parley.model.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import dev.parley.model.ChatMessage;
import dev.parley.model.ChatRequest;
import dev.parley.model.ModelKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpstreamWordsTest {
    private static final ModelKey KEY = new ModelKey("our-own-key");
    private static final ChatRequest REQUEST = new ChatRequest("r", List.of(ChatMessage.system("Kunde: Müller"),
            ChatMessage.user("I am Anna Schmidt, anna@x.example, order 4711, where is it?")), 10, null);

    private static @Nullable String of(String words) {
        return UpstreamWords.of(new UpstreamError(null, null, List.of(new UpstreamError.Complaint("", words))), REQUEST,
                KEY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Use max_completion_tokens instead of max_tokens.|Use max_completion_tokens instead of max_tokens.",
            "The model gpt-5-mini is not there|The model gpt-5-mini is not there",
            "Bad key our-own-key given|Bad key … given", "Incorrect API key: sk-abcdefgh123|Incorrect API key: …",
            "Incorrect API key: sk-ab***yz.|Incorrect API key: ….", "Bearer abc123 is no token|… is no token",
            "Unreadable: Anna Schmidt wrote 4711|Unreadable: … wrote …", "Cannot parse 'Müller'|Cannot parse '…'",
            "mail anna@x.example is unsafe|mail … is unsafe"})
    void words_areToldWithoutKeysAndWithoutTheRequests(String said, String told) {
        assertThat(of(said)).isEqualTo(told);
    }

    @Test
    void linesAndBells_areBlanks() {
        assertThat(of("one\u0007two\r\n\u001b[31mthree")).isEqualTo("one two [31mthree");
    }

    @Test
    void longWords_areCut() {
        assertThat(of("no ".repeat(1000))).hasSize(301).endsWith("…");
    }

    @Test
    void errorWithoutWords_saysNothing() {
        assertThat(UpstreamWords.of(UpstreamError.UNKNOWN, REQUEST, null)).isNull();
    }
}
