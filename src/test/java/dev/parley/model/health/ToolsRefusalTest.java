package dev.parley.model.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.parley.model.ChatRequest;
import dev.parley.model.Dialect;
import dev.parley.model.ModelErrorKind;
import dev.parley.model.ModelRig;
import dev.parley.model.ToolOffer;
import dev.parley.model.reading.ErrorBody;
import dev.parley.model.reading.ErrorTable;
import dev.parley.model.reading.UpstreamError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToolsRefusalTest {
    private static final ChatRequest OFFERING = ModelRig.HELLO
            .offering(List.of(new ToolOffer("no_answer", "Says so", "{}")));
    private static final Dialect DIALECT = new Dialect(Dialect.MaxTokens.MAX_COMPLETION_TOKENS, null, true, true, false,
            false);

    private static ToolsRefusal of(int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        UpstreamError error = ErrorBody.read(bytes, bytes.length);
        Objection objection = new ObjectionReader(OFFERING, DIALECT).read(status, ErrorTable.refused(status, error),
                error);
        return objection.theseTools()
                ? ToolsRefusal.THESE
                : objection.quirks().contains(Quirk.NO_FUNCTIONS) ? ToolsRefusal.ALL : ToolsRefusal.NONE;
    }

    private static ToolsRefusal saying(int status, String message) {
        return of(status, "{\"error\":{\"code\":null,\"type\":null,\"param\":null,\"message\":\"" + message + "\"}}");
    }

    @ParameterizedTest
    @CsvSource({
            "400, model x:270m does not support tools",
            "404, No endpoints found that support tool use.",
            "400, 'The auto tool choice requires the flag --enable-auto-tool-choice'",
            "500, tools param requires --jinja flag",
            "500, 'Unsupported param: tools'",
            "501, Function calling is not implemented",
            "422, 'Unknown field: tool_choice'"})
    void serverThatTakesNoFunctions_isKnownByItsWords(int status, String message) {
        assertThat(saying(status, message)).isEqualTo(ToolsRefusal.ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"error\":\"this model does not support tools\"}",
            "{\"object\":\"error\",\"message\":\"tools are not supported\",\"type\":\"BadRequestError\",\"param\":null,\"code\":400}",
            "[{\"error\":{\"code\":400,\"message\":\"Function calling is not enabled for this model\"}}]",
            "{\"error\":{\"param\":\"tools\",\"message\":\"No.\"}}",
            "{\"error\":{\"param\":\"tool_choice\",\"message\":\"No.\"}}",
            "{\"error\":{\"code\":\"tools_not_supported\"}}",
            "{\"detail\":\"Tools are not supported\"}",
            "{\"detail\":[{\"loc\":[\"body\",\"user\"],\"msg\":\"bad\"},{\"loc\":[\"body\",\"tools\"],\"msg\":\"extra fields\"}]}"})
    void everyShapeOfAnError_isRead(String body) {
        assertThat(of(400, body)).isEqualTo(ToolsRefusal.ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"error\":{\"param\":\"tools[0].function.parameters\",\"code\":\"invalid_function_parameters\",\"message\":\"No.\"}}",
            "{\"error\":{\"message\":\"Unknown name at 'tools[0].function_declarations[0]'\"}}",
            "{\"error\":{\"message\":\"Invalid schema for function 'x': 'y' is not supported\"}}",
            "{\"error\":{\"message\":\"Something about a tool\"}}",
            "{\"detail\":[{\"loc\":[\"body\",\"tools\",0,\"type\"],\"msg\":\"bad\"}]}"})
    void oneFunctionThatIsNotLiked_saysNothingAboutOthers(String body) {
        assertThat(of(400, body)).isEqualTo(ToolsRefusal.THESE);
    }

    @ParameterizedTest
    @CsvSource({
            "400, 'max_tokens is not supported'",
            "400, 'messages: a toolbox was unexpected'",
            "400, '9000 tokens (8800 in the messages, 200 in the functions)'",
            "400, 'The context length with tools is exceeded'",
            "401, tools are not supported for this key",
            "429, tools are not supported so fast",
            "500, the tool parser fell over",
            "503, tools are not supported now"})
    void otherTrouble_isNotTakenForIt(int status, String message) {
        assertThat(saying(status, message)).isEqualTo(ToolsRefusal.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>tools are not supported</html>", "{", "[]", "null", "7", "{\"error\":null}",
            "{\"error\":{\"message\":{\"tools\":\"unsupported\"}}}", "{\"echo\":{\"tools\":[]}}"})
    void bodyThatSaysNothing_isNone(String body) {
        assertThat(of(400, body)).isEqualTo(ToolsRefusal.NONE);
    }

    @ParameterizedTest
    @EnumSource(value = ModelErrorKind.class, mode = EnumSource.Mode.EXCLUDE, names = {"BAD_REQUEST", "MODEL_NOT_FOUND",
            "SERVER_ERROR"})
    void reasonThatIsKnown_isNotLookedBehind(ModelErrorKind kind) {
        byte[] body = "{\"error\":\"tools are not supported\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(new ObjectionReader(OFFERING, DIALECT).read(400, kind, ErrorBody.read(body, body.length)))
                .isEqualTo(Objection.NONE);
    }

    @Test
    void wordsOfThePrompt_areNotLookedForOutsideOfTheError() {
        assertThat(
                of(422, "{\"detail\":[{\"loc\":[\"body\",\"messages\"],\"msg\":\"bad\",\"input\":{\"tools\":[1]}}]}"))
                .isEqualTo(ToolsRefusal.NONE);
    }
}
