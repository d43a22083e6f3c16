package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckedTest {
    private static final String ID = "01a22d02-426a-7681-983f-b143e7b7d1ac";

    @ParameterizedTest
    @ValueSource(strings = {ID, "01A22D02-426A-7681-983F-B143E7B7D1AC"})
    void idAsWritten_isRead(String text) {
        assertThat(Checked.uuid(text)).contains(UUID.fromString(ID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-1-1-1-1", "", " ", ID + " ", "{" + ID + "}", "01a22d02426a7681983fb143e7b7d1ac", "x"})
    void whatOnlyLooksLikeAnId_isNone(String text) {
        assertThat(Checked.uuid(text)).isEmpty();
        assertRefused(() -> Checked.pathId(text, "webhook"), "not_found");
        assertRefused(() -> Checked.cursor(text), "bad_cursor");
    }

    @Test
    void listWithoutACursor_beginsAtItsBeginning() {
        assertThat(Checked.cursor(null)).isNull();
    }

    private static void assertRefused(ThrowingCallable reading, String code) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(ParleyException.class,
                refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
