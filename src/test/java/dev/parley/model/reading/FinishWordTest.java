package dev.parley.model.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinishWordTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "FINISHED | stop, STOP, end_turn, eos, eos_token, EOS, stop_sequence, COMPLETE, complete, completed, finished, FINISH_REASON_STOP, "
                    + "FinishReason.STOP, stop_token, endoftext, end_of_text, eot, done, normal, success, EndTurn, stopped_eos, stopped_word, ok, end, end_of_turn",
            "CUT | length, MAX_TOKENS, max_tokens, MaxTokens, maxTokens, model_length, max_length, max_new_tokens, max_output_tokens, token_limit, "
                    + "context_window_exceeded, model_context_window_exceeded, context_length, incomplete, truncated, ERROR_LIMIT, stopped_limit, limit, "
                    + "max_completion_tokens, FinishReason.MAX_TOKENS, timeout, length_limit, LENGTH, max-tokens",
            "FILTERED | content_filter, content-filter, contentFilter, content_filtered, sensitive, SAFETY, RECITATION, BLOCKLIST, PROHIBITED_CONTENT, "
                    + "SPII, IMAGE_SAFETY, refusal, guardrail_intervened, ERROR_TOXIC, moderation, flagged, blocked, LANGUAGE, policy_violation, data_inspection_failed",
            "CALLS | tool_calls, tool_use, function_call, tool_call, ToolUse, function_calls, tool-calls",
            "BROKEN | error, abort, aborted, cancelled, canceled, insufficient_system_resource, network_error, MALFORMED_FUNCTION_CALL, failed, "
                    + "server_error, interrupted, USER_CANCEL, ERROR, UNEXPECTED_TOOL_CALL, overloaded, rate_limit, quota_exceeded, unavailable, internal_error",
            "NOT_YET | null, none, None, NULL, undefined, nil, FINISH_REASON_UNSPECIFIED, in_progress",
            "UNKNOWN | other, OTHER, banana, load, pause_turn, xyz_1, 停止"})
    void word_isToldApart(FinishWord meaning, String words) {
        for (String word : words.split(",", -1)) {
            assertThat(FinishWord.of(word)).as(word).isEqualTo(meaning);
        }
        assertThat(FinishWord.of("")).isEqualTo(FinishWord.NOT_YET);
    }

    @ParameterizedTest
    @CsvSource({"eos_token,STOP", "COMPLETE,STOP", "MAX_TOKENS,LENGTH", "model_length,LENGTH",
            "sensitive,CONTENT_FILTER",
            "RECITATION,CONTENT_FILTER", "abort,SERVER_ERROR abort",
            "insufficient_system_resource,SERVER_ERROR insufficient_system_resource",
            "tool_use,STOP", "banana,STOP"})
    void answer_endsAsItsWordSays(String word, String ending) {
        assertThat(new AnswerReaderRig().hear(AnswerReaderRig.chunk("There is")
                + "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"" + word + "\"}]}\n\ndata: [DONE]\n\n")
                .ending()).isEqualTo(ending);
    }
}
