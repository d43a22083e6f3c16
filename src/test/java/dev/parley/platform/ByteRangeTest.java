package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({"bytes=0-0,0,1", "bytes=0-,0,100", "bytes=10-19,10,20", "bytes=90-200,90,100", "bytes=-30,70,100",
            "bytes=-300,0,100", "bytes=99-,99,100"})
    void oneRange_isThePart(String header, long from, long until) {
        ByteRange range = ByteRange.of(header, 100);

        assertThat(range).isEqualTo(new ByteRange(from, until, 100, true));
        assertThat(range.status()).isEqualTo(206);
        assertThat(range.headers().get("Content-Range"))
                .containsExactly("bytes " + from + "-" + (until - 1) + "/100");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=0-1,3-4", "items=0-1", "bytes=20-10",
            "bytes=0-99999999999999999999"})
    void anythingElse_isTheWholeFile(String header) {
        ByteRange range = ByteRange.of(header, 100);

        assertThat(range.status()).isEqualTo(200);
        assertThat(range.length()).isEqualTo(100);
        assertThat(range.headers()).doesNotContainKey("Content-Range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0"})
    void partThatIsNotThere_cannotBeHad(String header) {
        ByteRange range = ByteRange.of(header, 100);

        assertThat(range.status()).isEqualTo(416);
        assertThat(range.headers()).containsEntry("Content-Range", java.util.List.of("bytes */100"));
    }

    @Test
    void emptyPart_hasNoLength() {
        assertThat(ByteRange.of("bytes=-0", 100).headers()).containsEntry("Content-Length", java.util.List.of("0"));
    }
}
