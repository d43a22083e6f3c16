package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
    private final TrustedProxies proxies = TrustedProxies.of(List.of("10.0.0.0/8", "192.0.2.1", "fd00::/8"));

    /** First column: the connection's address; second: the header, with the nearest proxy's entry last. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "10.1.2.3     | 203.0.113.7                      | 203.0.113.7",
            "10.1.2.3     | 6.6.6.6, 203.0.113.7             | 203.0.113.7",
            "10.1.2.3     | 203.0.113.7, 10.9.9.9            | 203.0.113.7",
            "10.1.2.3     | 203.0.113.7, 192.0.2.1, 10.0.0.1 | 203.0.113.7",
            "10.1.2.3     | 10.4.4.4                         | 10.4.4.4",
            "10.1.2.3     | 203.0.113.7:4711                 | 203.0.113.7",
            "10.1.2.3     | [2001:db8::1]:4711               | 2001:db8:0:0:0:0:0:1",
            "10.1.2.3     | 2001:db8::1                      | 2001:db8:0:0:0:0:0:1",
            "fd00::5      | 203.0.113.7                      | 203.0.113.7",
            "192.0.2.1    | 203.0.113.7                      | 203.0.113.7",
            "192.0.2.2    | 203.0.113.7                      | 192.0.2.2",
            "203.0.113.9  | 203.0.113.7                      | 203.0.113.9",
            "10.1.2.3     | unknown                          | 10.1.2.3",
            "10.1.2.3     | 203.0.113.7, _hidden             | 10.1.2.3",
            "10.1.2.3     | <script>                         | 10.1.2.3",
            "10.1.2.3     | ,                                | 10.1.2.3"})
    void caller_isTheNearestStranger(String remote, String header, String expected) {
        assertThat(proxies.caller(remote, List.of(header))).isEqualTo(expected);
    }

    @Test
    void severalHeaders_areOneList() {
        assertThat(proxies.caller("10.1.2.3", List.of("6.6.6.6", "203.0.113.7", "10.0.0.9"))).isEqualTo("203.0.113.7");
    }

    @Test
    void withoutProxies_noHeaderIsBelieved() {
        assertThat(TrustedProxies.of(List.of()).caller("127.0.0.1", List.of("203.0.113.7"))).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/x", "fd00::/129", "*", "10.0.0"})
    void whatIsNoNetwork_keepsParleyFromStarting(String text) {
        assertThatExceptionOfType(StartRefusedException.class).isThrownBy(() -> TrustedProxies.of(List.of(text)))
                .withMessageContaining(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "for=203.0.113.7                                       | [203.0.113.7]",
            "For=\"[2001:db8::1]:4711\";proto=https                | [[2001:db8::1]:4711]",
            "for=203.0.113.7;proto=http;by=10.0.0.1, for=10.0.0.2  | [203.0.113.7, 10.0.0.2]",
            "proto=https;for=203.0.113.7                           | [203.0.113.7]",
            "for=\"_a, b\", for=203.0.113.7                        | [_a, b, 203.0.113.7]",
            "proto=https, for=203.0.113.7                          | [, 203.0.113.7]",
            "nonsense                                              | []"})
    void forwardedHeader_isReadAsTheRfcHasIt(String header, String expected) {
        assertThat(ForwardedHeader.addresses(List.of(header))).hasToString(expected);
    }
}
