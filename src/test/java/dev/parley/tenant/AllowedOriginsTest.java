package dev.parley.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedOriginsTest {
    private final AllowedOrigins shop = new AllowedOrigins(
            List.of("https://shop.example", "https://shop.example:8443", "http://localhost:*", "http://[::1]:*"));

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example", "https://shop.example:8443", "http://localhost",
            "http://localhost:8080", "http://localhost:65535", "http://[::1]:5173"})
    void originOnTheList_isPermitted(String origin) {
        assertThat(shop.permit(origin)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            // Another scheme or port is another origin.
            "http://shop.example", "https://shop.example:443", "https://shop.example:8444", "wss://shop.example",
            "https://localhost:8080",
            // Would pass a comparison by prefix, suffix or substring.
            "https://shop.example.attacker.example", "https://shop.example@attacker.example",
            "https://attacker.example/https://shop.example", "https://evilshop.example", "https://a.shop.example",
            "https://shop.exampleattacker", "https://shop.example:8443.attacker.example",
            "http://localhost.attacker.example", "http://localhost:8080.attacker.example",
            "http://localhost:8080@attacker.example", "http://localhost:", "http://localhost:x", "http://localhost:*",
            "http://localhost:123456", "http://localhost:-1", "http://localhost:٨٠٨٠", "http://127.0.0.1:8080",
            // Sent by no browser, or sent for pages without an origin.
            "null", "", " ", "*", "https://SHOP.example", "HTTPS://shop.example", "https://shop.example/",
            "https://shop.example.", "https://user:pass@shop.example", "https://shop.example https://shop.example",
            "https://shop.example\u0000", " https://shop.example", "https://shоp.example", "file://"})
    void originNotOnTheList_isRefused(String origin) {
        assertThat(shop.permit(origin)).isFalse();
    }

    @Test
    void requestThatIsNoPages_isPermitted() {
        assertThat(shop.permit(null)).isTrue();
    }

    @Test
    void starElsewhereThanInALoopbackPort_isOnlyACharacter() {
        var careless = new AllowedOrigins(List.of("*", "https://*.shop.example", "https://shop.example:*"));

        assertThat(careless.permit("https://shop.example")).isFalse();
        assertThat(careless.permit("https://a.shop.example")).isFalse();
        assertThat(careless.permit("https://shop.example:8443")).isFalse();
    }

    @Test
    void emptyList_permitsNoPage() {
        assertThat(new AllowedOrigins(List.of()).permit("http://localhost:8080")).isFalse();
    }
}
