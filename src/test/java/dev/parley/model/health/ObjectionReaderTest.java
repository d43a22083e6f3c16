package dev.parley.model.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import dev.parley.model.AnswerFormat;
import dev.parley.model.Dialect;
import dev.parley.model.ModelRig;
import dev.parley.model.reading.ErrorBody;
import dev.parley.model.reading.ErrorTable;
import dev.parley.model.reading.UpstreamError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectionReaderTest {
    private static final Dialect ALL = new Dialect(Dialect.MaxTokens.MAX_TOKENS, 0.2, true, true, true, true);

    private static Objection read(int status, String body, Dialect dialect) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        UpstreamError error = ErrorBody.read(bytes, bytes.length);
        return new ObjectionReader(ModelRig.HELLO, dialect).read(status, ErrorTable.refused(status, error), error);
    }

    private static String quirks(Objection objection) {
        return Arrays.stream(Quirk.values()).filter(objection.quirks()::contains).map(Quirk::code)
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "max_tokens|Unsupported|max_completion_tokens", "max_tokens||max_completion_tokens",
            "|'max_tokens' is deprecated, use 'max_completion_tokens' instead|max_completion_tokens",
            "max_tokens|must be at most 512|no_limit", "temperature|must be 1|no_temperature",
            "|temperature is not supported|no_temperature",
            "|Unknown parameters: store, safety_identifier|no_store no_safety_identifier",
            "|Property 'store' is unsupported|no_store", "|Our store is closed, no orders|~~",
            "|stream_options is only allowed when stream is on|no_stream_options",
            "stream_options.include_usage|extra|no_stream_options",
            "|This model cannot stream|no_stream", "|`stream` must be false|no_stream",
            "messages[0].role|does not support 'system'|no_system_role",
            "|The system prompt is not supported by this template|no_system_role",
            "|Developer instruction is not enabled|no_system_role",
            "|Input should be 'user' or 'assistant'|no_system_role",
            "|Unexpected role 'system' after role 'user'|no_system_role",
            "|roles must alternate user/assistant|no_system_role", "top_p|Unsupported|~~", "|The system is down|~~",
            "|No|~~"})
    void whatIsRefused_isFound(String parameter, String words, String expected) {
        String body = "{\"error\":{\"param\":" + (parameter == null ? "null" : "\"" + parameter + "\"")
                + ",\"code\":\"x\",\"message\":\"" + (words == null ? "" : words) + "\"}}";

        assertThat(quirks(read(400, body, ALL))).isEqualTo(expected);
        assertThat(quirks(read(401, body, ALL))).isEmpty();
        assertThat(quirks(read(503, body, ALL))).isEmpty();
    }

    private static String objections(int status, @Nullable String parameter, @Nullable String words,
            @Nullable AnswerFormat format) {
        byte[] body = ("{\"error\":{\"param\":" + (parameter == null ? "null" : "\"" + parameter + "\"")
                + ",\"message\":\"" + (words == null ? "" : words) + "\"}}").getBytes(StandardCharsets.UTF_8);
        UpstreamError error = ErrorBody.read(body, body.length);
        return quirks(new ObjectionReader(ModelRig.HELLO.writing(format), ALL).read(status,
                ErrorTable.refused(status, error), error));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "response_format|'response_format' of type 'json_schema' is not supported with this model|no_json_schema|no_response_format",
            "|This response_format type is unavailable now|no_json_schema|no_response_format",
            "|This model does not support response format `json_schema`|no_json_schema|no_response_format",
            "response_format.json_schema.strict|Extra inputs are not permitted|no_json_schema|no_response_format",
            "|Structured outputs are not enabled|no_json_schema|no_response_format",
            "|Failed to parse grammar|no_json_schema|no_response_format",
            "|json mode is not supported with streaming|no_json_schema|no_response_format",
            "response_format|Unrecognized request argument supplied|no_response_format|no_response_format",
            "|Unknown parameter: response_format|no_response_format|no_response_format",
            "temperature|Unsupported|no_temperature|no_temperature", "|The system is down|~~|~~"})
    void formatThatIsRefused_leadsToTheNextSimplerOne(@Nullable String parameter, @Nullable String words,
            String ofASchema,
            String ofAnObject) {
        AnswerFormat schema = new AnswerFormat("x", "{}");

        assertThat(objections(400, parameter, words, schema)).isEqualTo(ofASchema);
        assertThat(objections(400, parameter, words, schema.asObject())).isEqualTo(ofAnObject);
        assertThat(objections(400, parameter, words, null)).doesNotContain("format").doesNotContain("schema");
    }

    @Test
    void parameterThatWasNotSent_isNoReason() {
        Dialect bare = new Dialect(Dialect.MaxTokens.NONE, null, false, false, false, false);

        for (String parameter : List.of("max_tokens", "temperature", "stream", "stream_options", "store", "tools")) {
            assertThat(
                    read(400, "{\"error\":{\"param\":\"" + parameter + "\",\"message\":\"Unsupported\"}}", bare).any())
                    .as(parameter).isFalse();
        }
    }

    @Test
    void secondNameOfTheLimit_leadsBackToTheFirst() {
        assertThat(quirks(read(400, "{\"error\":\"max_completion_tokens is unknown\"}",
                ALL.limitedBy(Dialect.MaxTokens.MAX_COMPLETION_TOKENS)))).isEqualTo("max_tokens");
    }

    @Test
    void bodyOfAValidator_namesThePlace() {
        assertThat(quirks(read(422, "{\"detail\":[{\"loc\":[\"body\",\"temperature\"],\"msg\":\"extra\"},"
                + "{\"loc\":[\"body\",\"store\"],\"msg\":\"extra\"}]}", ALL))).isEqualTo("no_temperature no_store");
    }
}
