package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.testsupport.Browser;
import dev.parley.testsupport.Browser.Page;
import dev.parley.testsupport.Keycloak;
import dev.parley.testsupport.PackagedParley;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Agents sign in at a real identity provider, as a browser would. */
class KeycloakIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
    private static final String PASSWORD = "correct horse battery";

    private static PackagedParley parley;
    private static Keycloak keycloak;
    private static Browser administrator;

    private final Browser browser = new Browser();

    @BeforeAll
    static void startBoth() throws IOException {
        Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target/it")), "sso-");
        parley = new PackagedParley(data).unpacked();
        // One after the other: starting each takes all of a small machine.
        keycloak = Keycloak.start(parley.uri("/")).awaitReady();
        parley.with("PARLEY_PUBLIC_URL", parley.uri("").toString())
                .with("PARLEY_ADMIN_EMAIL", "ada@shop.example").with("PARLEY_ADMIN_PASSWORD", PASSWORD)
                .with("PARLEY_CONSOLE_SSO_ISSUER", keycloak.issuer())
                .with("PARLEY_CONSOLE_SSO_NAME", "the shop's login")
                .with("PARLEY_CONSOLE_SSO_CLIENT_ID", "parley")
                .with("PARLEY_CONSOLE_SSO_CLIENT_SECRET", "only-for-tests")
                .with("PARLEY_CONSOLE_SSO_ROLE_CLAIM", "parley_role").start();
        administrator = new Browser();
        assertThat(console(administrator, "POST", "/v1/console/session",
                Map.of("email", "ada@shop.example", "password", PASSWORD)).status()).isEqualTo(201);
    }

    @AfterAll
    static void stopBoth() {
        if (keycloak != null) {
            keycloak.close();
        }
        if (parley != null) {
            parley.close();
        }
    }

    private static Page console(Browser of, String method, String path, Map<String, ?> body) {
        return of.ask(method, parley.uri(path), JSON.valueToTree(body).toString(), Map.of("Content-Type",
                "application/json", "Origin", parley.uri("").toString(), "X-Parley-Console", "1"));
    }

    private static String invite(String email) throws IOException {
        Page invited = console(administrator, "POST", "/v1/console/agents", Map.of("email", email, "name", "Ben"));
        assertThat(invited.status()).as(invited.body()).isEqualTo(201);
        return JSON.readTree(invited.body()).path("agent").path("id").asText();
    }

    /** Our response to the provider's redirect. */
    private Page signInAs(String user) {
        Page form = browser.follow(browser.get(parley.uri("/v1/console/sso?return=%23%2Fconversations%2F7")));
        Page sent = browser.submit(action(form), Map.of("username", user, "password", "a word for tests"));
        assertThat(sent.status()).as(sent.body()).isEqualTo(302);
        return browser.get(sent.location());
    }

    private static String action(Page form) {
        Matcher found = FORM.matcher(form.body());
        assertThat(found.find()).as(form.body()).isTrue();
        return found.group(1).replace("&amp;", "&");
    }

    @Test
    void invitedAgent_comesInWithTheRoleOfTheProviderUntilItIsDisabled() throws IOException {
        String agent = invite("ben@shop.example");

        Page back = signInAs("ben");

        assertThat(back.status()).isEqualTo(303);
        assertThat(back.header("Location")).isEqualTo("/console#/conversations/7");
        assertThat(back.header("Set-Cookie")).contains("HttpOnly");
        JsonNode session = JSON.readTree(browser.get(parley.uri("/v1/console/session")).body());
        assertThat(session.path("agent").path("id").asText()).isEqualTo(agent);
        assertThat(session.path("agent").path("role").asText()).isEqualTo("supervisor");
        assertThat(session.path("agent").path("invited").asBoolean()).isFalse();

        assertThat(console(administrator, "DELETE", "/v1/console/agents/" + agent, Map.of()).status()).isEqualTo(204);

        assertThat(browser.get(parley.uri("/v1/console/session")).status()).isEqualTo(401);
        Page again = browser.follow(browser.get(parley.uri("/v1/console/sso")));
        assertThat(again.header("Location")).isEqualTo("/console#sso=disabled");
    }

    @Test
    void strangerOfTheProvider_isNobodysAgent() {
        assertThat(signInAs("stranger").header("Location")).isEqualTo("/console#sso=not_invited");
    }

    @Test
    void eMailThatTheProviderHasNotVerified_opensNothing() {
        assertThat(signInAs("impostor").header("Location")).isEqualTo("/console#sso=not_invited");
        assertThat(browser.get(parley.uri("/v1/console/session")).status()).isEqualTo(401);
    }

    @Test
    void answerThatAnotherBrowserFetched_opensNothing() throws IOException {
        Page form = browser.follow(browser.get(parley.uri("/v1/console/sso")));
        Page sent = browser.submit(action(form), Map.of("username", "stranger", "password", "a word for tests"));
        Browser victim = new Browser();
        victim.get(parley.uri("/v1/console/sso"));

        Page back = victim.get(sent.location());

        assertThat(back.header("Location")).isEqualTo("/console#sso=failed");
    }

    @Test
    void page_isToldOfTheButton() throws IOException {
        JsonNode options = JSON.readTree(browser.get(parley.uri("/v1/console/sign-in-options")).body());

        assertThat(options.path("password").asBoolean()).isTrue();
        assertThat(options.path("sso").path("name").asText()).isEqualTo("the shop's login");
        assertThat(List.of(options.path("sso").path("href").asText())).containsExactly("/v1/console/sso");
    }
}
