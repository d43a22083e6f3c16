package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutgoingUrlTest {
    @ParameterizedTest
    @CsvSource({"https://Shop.Example/hook?a=1, true, shop.example, 443, /hook?a=1",
            "http://shop.example, false, shop.example, 80, /",
            "https://shop.example:8443/a%20b, true, shop.example, 8443, /a%20b",
            "https://xn--bcher-kva.example/, true, xn--bcher-kva.example, 443, /",
            "http://8.8.8.8/, false, 8.8.8.8, 80, /", "http://[2606:4700::1111]/x, false, [2606:4700::1111], 80, /x",
            "http://intranet:8080/, false, intranet, 8080, /"})
    void plainAddress_isTakenApart(String text, boolean tls, String host, int port, String target) {
        assertThat(OutgoingUrl.parse(text)).isEqualTo(new OutgoingUrl(tls, host, port, target));
    }

    @Test
    void refusal_doesNotQuoteTheAddress() {
        assertThatThrownBy(() -> OutgoingUrl.parse("https://user:hunter2@shop.example/"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageNotContaining("hunter2");
    }

    @Test
    void addressInALog_hasNoPathAndNoQuery() {
        assertThat(OutgoingUrl.parse("https://shop.example/hook?token=s3cret")).hasToString("shop.example:443");
    }
}
