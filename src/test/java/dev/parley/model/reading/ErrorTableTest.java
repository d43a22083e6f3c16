package dev.parley.model.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import dev.parley.model.ModelErrorKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorTableTest {
    @ParameterizedTest
    @CsvSource({
            "400, context_length_exceeded, invalid_request_error, CONTEXT_TOO_LONG",
            "400, , invalid_request_error, BAD_REQUEST",
            "400, content_filter, , REFUSED_BY_POLICY",
            "401, invalid_api_key, invalid_request_error, CREDENTIALS",
            "401, 401, , CREDENTIALS",
            "402, , , QUOTA",
            "403, unsupported_country_region_territory, request_forbidden, CREDENTIALS",
            "404, model_not_found, invalid_request_error, MODEL_NOT_FOUND",
            "404, DeploymentNotFound, , MODEL_NOT_FOUND",
            "404, , , MODEL_NOT_FOUND",
            "408, , , TRY_AGAIN",
            "409, , , TRY_AGAIN",
            "413, , , CONTEXT_TOO_LONG",
            "422, , , BAD_REQUEST",
            "429, rate_limit_exceeded, requests, RATE_LIMITED",
            "429, rate_limit_exceeded, tokens, RATE_LIMITED",
            "429, slow_down, , RATE_LIMITED",
            "429, , , RATE_LIMITED",
            "429, insufficient_quota, insufficient_quota, QUOTA",
            "429, , insufficient_quota, QUOTA",
            "429, credit_balance_exhausted, insufficient_quota, QUOTA",
            "429, organization_spend_limit_exceeded, , QUOTA",
            "429, project_spend_limit_exceeded, , QUOTA",
            "429, organization_usage_limit_exceeded, , QUOTA",
            "500, server_error, server_error, SERVER_ERROR",
            "500, , , SERVER_ERROR",
            "502, , , SERVER_ERROR",
            "503, server_is_overloaded, service_unavailable_error, OVERLOADED",
            "503, , , OVERLOADED",
            "504, , , SERVER_ERROR",
            "520, , , SERVER_ERROR",
            "529, , overloaded_error, OVERLOADED",
            "302, , , BAD_REQUEST"})
    void refusal_isKnownByCodeThenTypeThenStatus(int status, String code, String type, ModelErrorKind expected) {
        assertThat(ErrorTable.refused(status, new UpstreamError(code, type))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
            "rate_limit_exceeded, , RATE_LIMITED",
            ", server_error, SERVER_ERROR",
            "429, , RATE_LIMITED",
            "503, , OVERLOADED",
            "what_is_this, , SERVER_ERROR",
            ", , SERVER_ERROR"})
    void errorInsideAStream_hasNoStatusButPerhapsANumber(String code, String type, ModelErrorKind expected) {
        assertThat(ErrorTable.inStream(new UpstreamError(code, type))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bad gateway", "<html>502</html>", "{", "[]", "null", "{\"error\":\"text\"}",
            "{\"error\":null}", "{\"error\":[]}",
            "{\"error\":{\"code\":{},\"type\":[1]}}", "{\"detail\":\"Not Found\"}"})
    void bodyThatIsNotAnError_leavesTheStatusToDecide(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);

        UpstreamError error = ErrorBody.read(bytes, bytes.length);

        assertThat(ErrorTable.refused(503, error)).isEqualTo(ModelErrorKind.OVERLOADED);
    }

    @ParameterizedTest
    @CsvSource({"'{\"error\":{\"code\":429}}', 429",
            "'{\"error\":{\"message\":\"m\",\"code\":\"slow_down\",\"param\":{\"a\":[1]}}}', slow_down"})
    void code_isReadWhateverStandsBesideIt(String body, String code) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);

        assertThat(ErrorBody.read(bytes, bytes.length).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a secret: sk-1 and more", "line\nbreak", "x\u001b[31m"})
    void codeThatIsNotAWord_isNotPrinted(String code) {
        assertThat(new UpstreamError(code, null).printable()).isNull();
    }
}
