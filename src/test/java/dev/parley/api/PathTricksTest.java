package dev.parley.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import dev.parley.key.ApiKey;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.RawHttp;
import dev.parley.testsupport.RawHttp.Answer;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

/** Other spellings of an address do not bypass access control. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PathTricksTest {
    /** Applied at the end, between the segments, and within them. */
    private static final List<UnaryOperator<String>> TRICKS = Stream.concat(Stream.concat(
            Stream.of("", "/", "//", ";", ";x", ";x=1", ";a=b;c=d", "/;", "/;x", "/.", "/./", "/..;/", "%2f", "%2F",
                    "%5c", "\\", "%3b", "%3bx", "%00", "%0a", "%0d%0a", "%20", "%09", "%23", "#", "%3f", "?", "?;",
                    ".json",
                    ".html", "~", "*", "%", "%2", "%zz", "%u002f", "%c0%af", "%e0%80%af", "..%2f")
                    .map(PathTricksTest::atTheEnd),
            Stream.of("//", "/./", "/.//", "/x/../", "/%2e/", "/x/%2e%2e/", "/x/..%2f", "/;/", "/;x/", "/.;/", "/%2f",
                    "%2f", "%2f/", "\\", "/%5c").map(PathTricksTest::afterTheVersion)),
            Stream.<UnaryOperator<String>>of(path -> "/" + path, path -> "/." + path, path -> "/%2e" + path,
                    path -> "/x/.." + path, path -> "/;x" + path, path -> "/q/.." + path,
                    path -> "/widget.js/.." + path,
                    path -> path.toUpperCase(Locale.ROOT), path -> path.replace("/v1", "/V1"),
                    path -> path.replace("/v1/", "/v1;x/"), path -> path.replace("o", "%6f"),
                    path -> path.replace("a", "%61"), path -> path.replace("e", "%2565"),
                    path -> path.replace("/v1", "/%76%31"), path -> "http://localhost" + path,
                    path -> "http://evil.example" + path, path -> path.substring(1)))
            .toList();

    @Inject
    Shops shops;

    private static UnaryOperator<String> atTheEnd(String trick) {
        return path -> path + trick;
    }

    private static UnaryOperator<String> afterTheVersion(String trick) {
        return path -> path.replaceFirst("/v1/", "/v1" + trick.replace("\\", "\\\\"));
    }

    @Test
    void trick_opensNothing() {
        assertThat(TRICKS).hasSizeGreaterThanOrEqualTo(60);
        Shop shop = shops.open("webhooks");
        UUID conversation = shops.conversation(shop).id();
        List<String> paths = ShopOperations.all().stream().filter(operation -> !operation.writes())
                .filter(operation -> ApiKey.SCOPES.contains(operation.scope()) && !operation.scope().equals("webhooks"))
                .map(operation -> operation.path().replace("{id}", conversation.toString())).distinct().toList();

        for (String path : paths) {
            for (UnaryOperator<String> trick : TRICKS) {
                assertShut(trick.apply(path), "");
                assertShut(trick.apply(path), "Authorization: Bearer " + shop.apiKey() + "\r\n");
            }
        }
    }

    /** A path outside our API returns a page, never data. */
    private static void assertShut(String target, String headers) {
        Answer answer = RawHttp.send(RestAssured.port, "GET", target, headers, new byte[0]);

        assertThat(answer.status()).as(target + "\n" + answer.head() + answer.body()).isLessThan(500);
        if (answer.status() < 400) {
            assertThat(answer.is("text/html")).as(target + "\n" + answer.head() + answer.body()).isTrue();
        }
        assertThat(answer.body()).as(target).doesNotContain("\"items\"", "Exception", "\tat ");
    }
}
