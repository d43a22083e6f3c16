package dev.parley.model.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import dev.parley.model.ModelErrorKind;
import dev.parley.model.reading.UpstreamError.Complaint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TooLongTest {
    private static ModelErrorKind kind(int status, String parameter, String words) {
        return ErrorTable.refused(status, new UpstreamError(null, null, List.of(new Complaint(parameter, words))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Maximum context of 8192 exceeded",
            "Your request is longer than what the model can read: 9000 tokens",
            "Too many tokens", "The prompt does not fit", "Conversation too long, shorten it",
            "requested tokens exceed context window of 2048", "sequence length is longer than the specified maximum",
            "Prompt contains 40000 tokens, too large for a model with 32768", "max_seq_len is 4096 only",
            "`inputs` must have less than 1024 tokens. Given: 2010", "Keep fewer tokens: n_ctx 4096"})
    void messagesThatAreTooLong_areKnownInAnyWords(String words) {
        assertThat(kind(400, "", words)).isEqualTo(ModelErrorKind.CONTEXT_TOO_LONG);
        assertThat(kind(422, "messages", words)).isEqualTo(ModelErrorKind.CONTEXT_TOO_LONG);
        assertThat(kind(500, "", words)).isEqualTo(ModelErrorKind.CONTEXT_TOO_LONG);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"400||Unknown field", "400|temperature|must be at most 2",
            "400||Invalid request",
            "400|max_tokens|800 is too large: at most 512", "400||max_tokens must be less than 512",
            "400|safety_identifier|string too long. Expected at most 64",
            "400||This model supports at most 512 completion tokens",
            "400||Use max_completion_tokens.", "400||model 'gpt-4-32k' does not exist",
            "400|tools|at most 128 functions"})
    void otherTrouble_isNotTakenForIt(int status, String parameter, String words) {
        assertThat(kind(status, parameter == null ? "" : parameter, words)).isEqualTo(ModelErrorKind.BAD_REQUEST);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"429|Too many requests per minute, at most 20|RATE_LIMITED",
            "429|Limit of tokens per minute reached: 30000|RATE_LIMITED",
            "429|Request too large: limit 30000|CONTEXT_TOO_LONG",
            "401|The context is too long|CREDENTIALS", "503|The context is too long|OVERLOADED"})
    void status_hasItsSay(int status, String words, ModelErrorKind expected) {
        assertThat(kind(status, "", words)).isEqualTo(expected);
    }
}
