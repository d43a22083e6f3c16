package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingUrlTest {
    @ParameterizedTest
    @CsvSource({"https://Shop.Example/hook?a=1, true, shop.example, 443, /hook?a=1",
            "http://shop.example, false, shop.example, 80, /",
            "https://shop.example:8443/a%20b, true, shop.example, 8443, /a%20b",
            "https://xn--bcher-kva.example/, true, xn--bcher-kva.example, 443, /",
            "http://8.8.8.8/, false, 8.8.8.8, 80, /", "http://[2606:4700::1111]/x, false, [2606:4700::1111], 80, /x",
            "http://intranet:8080/, false, intranet, 8080, /",
            "https://Bücher.example/, true, xn--bcher-kva.example, 443, /",
            "https://straße.example/, true, xn--strae-oqa.example, 443, /",
            "https://例え.jp/返品?q=é, true, xn--r8jz45g.jp, 443, /%E8%BF%94%E5%93%81?q=%C3%A9",
            "https://пример.испытание, true, xn--e1afmkfd.xn--80akhbyknj4f, 443, /",
            "http://my_shop.example:8080/a, false, my_shop.example, 8080, /a",
            "http://shop_backend:3000, false, shop_backend, 3000, /",
            "https://_x.shop.example?a=b|c, true, _x.shop.example, 443, /?a=b%7Cc"})
    void plainAddress_isTakenApart(String text, boolean tls, String host, int port, String target) {
        assertThat(OutgoingUrl.parse(text)).isEqualTo(new OutgoingUrl(tls, host, port, target));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://１２７.0.0.1/", "https://①②⑦.0.0.1/", "https://exam ple.example/",
            "https://-shop.example/",
            "https://shop..example/", "https://sh%6fp.example/", "https://shop.example%2f.evil.example/",
            "https:\\\\shop.example/",
            "https://shop.example\\@evil.example/", "https://a@b@shop.example/", "https://[::1",
            "https://shop.example:x/",
            "https:///shop.example/", "https://sh\u00adop..example/", "https://\u0627a.example/", "https://0x7f_0.1/",
            "https://1_2/",
            "http://127.1/", "http://0177.0.0.1/", "https://shop.example/%zz", "https://shop。.example/"})
    void trickyHosts_areRefusedOrMeanWhatTheySay(String text) {
        OutgoingUrl read;
        try {
            read = OutgoingUrl.parse(text);
        } catch (IllegalArgumentException refused) {
            return;
        }
        assertThat(read.host()).as(text).isIn("127.0.0.1");
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
