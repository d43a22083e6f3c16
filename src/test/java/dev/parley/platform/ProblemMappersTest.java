package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.platform.ParleyException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemMappersTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    record Order(String id, List<Line> lines) {}

    record Line(int count) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"id":"secret                     | The body is not well-formed JSON of the documented shape.
            secret                            | The body is not well-formed JSON of the documented shape.
            [1]                               | The body is not well-formed JSON of the documented shape.
            {"id":["secret"]}                 | The field `id` does not have the documented type.
            {"lines":[{"count":1},{"count":"secret"}]} | The field `lines[1].count` does not have the documented type.
            {"lines":"secret"}                | The field `lines` does not have the documented type.
            {"price":"secret"}                | Unknown field 'price'; known: id, lines.
            """)
    void unreadableBody_isDescribedByItsFieldNotItsContent(String body, String description) {
        var unreadable = catchThrowableOfType(JsonProcessingException.class, () -> JSON.readValue(body, Order.class));

        assertThat(ProblemMappers.describe(unreadable)).isEqualTo(description);
    }

    @Test
    void unknownFieldOfAnyLength_isNotSentBackWhole() {
        var unreadable = catchThrowableOfType(JsonProcessingException.class,
                () -> JSON.readValue("{\"" + "x".repeat(20_000) + "\":1}", Order.class));

        assertThat(ProblemMappers.describe(unreadable)).startsWith("Unknown field 'xxx")
                .contains("x…'; known: id, lines.")
                .hasSizeLessThan(300);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyKindOfRefusal_isAnErrorOfItsOwn(Kind kind) {
        assertThat(ProblemMappers.status(kind)).isBetween(400, 503);
        assertThat(new ParleyException(kind, "code", "detail").retryable())
                .isEqualTo(ProblemMappers.status(kind) == 429 || ProblemMappers.status(kind) == 503);
    }
}
