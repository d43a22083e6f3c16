package dev.parley.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import dev.parley.testsupport.ConsoleUser;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.PublicSite;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cookies and headers behind a proxy that terminates TLS. */
@QuarkusTest
@TestProfile(PublicSite.class)
@QuarkusTestResource(PostgresResource.class)
class HttpsTest {
    private static final String SITE = PublicSite.HOST;

    @Inject
    Shops shops;
    private ConsoleUser agent;

    @BeforeEach
    void openShop() {
        Shop shop = shops.open();
        agent = shops.agent(shop, "agent");
    }

    private Response signIn(String host, String origin) {
        return given().header("Host", host).header("Origin", origin).header("X-Parley-Console", "1")
                .contentType(ContentType.JSON).body(Map.of("email", agent.email(), "password", ConsoleUser.PASSWORD))
                .post("/v1/console/session");
    }

    @Test
    void browser_isToldToComeByHttpsAlone() {
        for (String path : List.of("/v1/console/sign-in-options", "/console", "/v1/conversations", "/nowhere")) {
            assertThat(given().redirects().follow(false).get(path).header("Strict-Transport-Security")).as(path)
                    .isEqualTo("max-age=31536000");
        }
    }

    @Test
    void everyCookie_isForThisHostAlone() {
        Response opened = signIn(SITE, "https://" + SITE);

        assertThat(opened.statusCode()).as(opened.asString()).isEqualTo(201);
        assertThat(opened.headers().getValues("Set-Cookie")).hasSize(2).allSatisfy(cookie -> assertThat(cookie)
                .startsWith("__Host-parley_").contains("Secure", "HttpOnly").containsIgnoringCase("Path=/;")
                .doesNotContainIgnoringCase("domain"));
        String session = opened.cookie("__Host-parley_agent");
        assertThat(given().header("Host", SITE).cookie("__Host-parley_agent", session).get("/v1/console/session")
                .statusCode()).isEqualTo(200);
        Response closed = given().header("Host", SITE).header("Origin", "https://" + SITE)
                .header("X-Parley-Console", "1").cookie("__Host-parley_agent", session).delete("/v1/console/session");
        assertThat(closed.header("Set-Cookie")).startsWith("__Host-parley_agent=;").contains("Secure");
    }

    /** Another host of the shop's domain, or plain HTTP, could set it. */
    @Test
    void cookieOfThePlainName_opensNothing() {
        assertThat(given().header("Host", SITE).cookie("parley_agent", agent.cookie()).get("/v1/console/session")
                .statusCode()).isEqualTo(401);
    }

    @Test
    void operatorOnTheMachineItself_comesByPlainHttp() {
        Response opened = signIn("localhost:8080", "http://localhost:8080");

        assertThat(opened.headers().getValues("Set-Cookie")).hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie).startsWith("parley_").doesNotContain("Secure"));
        assertThat(given().header("Host", "localhost:8080").cookie("parley_agent", opened.cookie("parley_agent"))
                .get("/v1/console/session").statusCode()).isEqualTo(200);
    }
}
