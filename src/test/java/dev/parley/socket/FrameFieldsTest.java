package dev.parley.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.UUID;
import java.util.function.BiFunction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameFieldsTest {
    private static final UUID ID = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");

    @Test
    void fields_areReadByTheirKind() {
        FrameFields frame = FrameReader.read("""
                {"text":"hi","id":"%s","ids":["%s"],"number":7,"flag":true,"nothing":null}""".formatted(ID, ID));

        assertThat(frame.text("text")).isEqualTo("hi");
        assertThat(frame.id("id")).isEqualTo(ID);
        assertThat(frame.ids("ids")).containsExactly(ID);
        assertThat(frame.number("number")).isEqualTo(7);
        assertThat(frame.flag("flag")).isTrue();
    }

    @Test
    void whatNeedNotBeThere_mayBeMissingOrNull() {
        FrameFields frame = FrameReader.read("{\"nothing\":null}");

        assertThat(frame.optionalText("nothing")).isNull();
        assertThat(frame.optionalText("missing")).isNull();
        assertThat(frame.optionalId("nothing")).isNull();
        assertThat(frame.ids("nothing")).isEmpty();
        assertThat(frame.numberOrZero("missing")).isZero();
        assertThat(refusal("null", FrameFields::numberOrZero)).isEqualTo("bad_frame");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "true", "null", "[]", "{}"})
    void whatIsNoText_isRefused(String value) {
        assertThat(refusal(value, FrameFields::text)).isEqualTo("bad_frame");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "1.0", "\"1\"", "9223372036854775808", "1e3"})
    void whatIsNoWholeNumberFromZero_isRefused(String value) {
        assertThat(refusal(value, FrameFields::number)).isEqualTo("bad_frame");
    }

    @ParameterizedTest
    @CsvSource({"7,bad_frame", "'[7]',bad_frame", "'[\"x\"]',bad_id", "'[\"1-1-1-1-1\"]',bad_id"})
    void whatIsNoListOfIds_isRefused(String value, String code) {
        assertThat(refusal(value, FrameFields::ids)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "1", "{", "{} {}", "{\"a\":1,\"a\":2}", "{\"a\":[[[[[[[[]]]]]]]]}"})
    void whatIsNotOneFlatObject_isRefused(String frame) {
        var refused = catchThrowableOfType(RefusedFrameException.class, () -> FrameReader.read(frame));

        assertThat(refused.why().code()).isEqualTo("bad_frame");
    }

    @Test
    void refusal_namesTheFrameWhereItsIdIsKnown() {
        var refused = catchThrowableOfType(RefusedFrameException.class,
                () -> FrameReader.read("{}").of(ID).text("text"));

        assertThat(refused.frameId()).isEqualTo(ID.toString());
    }

    private static String refusal(String value, BiFunction<FrameFields, String, ?> field) {
        return catchThrowableOfType(RefusedFrameException.class,
                () -> field.apply(FrameReader.read("{\"field\":" + value + "}"), "field")).why().code();
    }
}
