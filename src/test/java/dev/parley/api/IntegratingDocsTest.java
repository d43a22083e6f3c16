package dev.parley.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Inject;

import dev.parley.testsupport.FreePort;
import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Program;
import dev.parley.testsupport.Reply;
import dev.parley.testsupport.ScriptedModel;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs in src/docs/integrating.md do what the page says, each where its language is installed. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class IntegratingDocsTest {
    private static final String QUESTION = "How long do I have to send shoes back?";
    private static final String WEBHOOK_SECRET = "whsec_" + Base64.getEncoder().encodeToString(new byte[24]);
    /** How to start a program in each language, and its file's name. */
    private static final Map<String, List<String>> LANGUAGES = Map.of("sh", List.of("sh", "example.sh"), "js",
            List.of("node", "example.mjs"), "java", List.of(java(), "Example.java"), "php",
            List.of("php", "example.php"));

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI site;
    @Inject
    Shops shops;
    @SuppressWarnings("NullAway.Init")
    ScriptedModel model;
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;
    private Shop shop;

    @BeforeEach
    void openShop() {
        model.reset();
        model.always(Reply.answer("30 ", "days."));
        shop = shops.open("conversations admin faq");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh", "js", "java", "php"})
    void exampleThatAsks_printsTheAnswerAndTheStream(String language) throws Exception {
        shops.addEntry(shop, QUESTION, "You have 30 days.");

        String printed = Program.run(folder, environment(""), command(language, "ask"));

        assertThat(model.requests()).hasSize(2);
        // Twice: as a whole answer, and as a stream.
        assertThat(printed.split("30 days\\.", -1)).hasSizeGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh", "js", "java", "php"})
    void exampleThatSigns_isBelieved(String language) throws Exception {
        String secret = admin().post("/v1/identity/secrets").path("secret");
        admin().body(Map.of("mode", "optional")).put("/v1/identity");

        String jwt = Program.run(folder, environment(secret), command(language, "visitor")).strip();

        given().contentType(ContentType.JSON).body(Map.of("tenant", shop.slug(), "user_jwt", jwt))
                .post("/v1/visitor/sessions").then().statusCode(201);
        assertThat(shops.column("SELECT name FROM visitor WHERE tenant_id = ? AND external_id = 'customer-7'",
                shop.id().value())).containsExactly("Ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"js", "java", "php"})
    void exampleThatReceives_believesGenuineEventsAlone(String language) throws Exception {
        int port = FreePort.choose();
        String[] command = command(language, "webhook");
        if (language.equals("php")) {
            command = new String[]{"php", "-S", "127.0.0.1:" + port, command[1]};
        }
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(folder.resolve("printed").toFile());
        builder.environment().putAll(environment(""));
        builder.environment().put("PORT", Integer.toString(port));
        Process receiver = builder.start();
        try {
            String body = "{\"type\":\"webhook.test\",\"data\":{}}";
            long now = Instant.now().getEpochSecond();
            Awaitility.await().ignoreExceptions().until(() -> deliver(port, body, now, signature(body, now)) == 204);
            assertThat(deliver(port, body, now, "v1,AAAA " + signature(body, now))).isEqualTo(204);
            assertThat(deliver(port, body + " ", now, signature(body, now))).isEqualTo(401);
            assertThat(deliver(port, body, now - 600, signature(body, now - 600))).isEqualTo(401);
            assertThat(deliver(port, body, now, "v1,AAAA")).isEqualTo(401);
        } finally {
            receiver.destroyForcibly().waitFor();
        }
    }

    private static int deliver(int port, String body, long at, String signature) {
        return given().contentType("application/json").header("webhook-id", "msg_1").header("webhook-timestamp", at)
                .header("webhook-signature", signature).body(body).post("http://127.0.0.1:" + port + "/hook")
                .statusCode();
    }

    private static String signature(String body, long at) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(new byte[24], "HmacSHA256"));
        return "v1," + Base64.getEncoder().encodeToString(
                mac.doFinal(("msg_1." + at + "." + body).getBytes(StandardCharsets.UTF_8)));
    }

    private Map<String, String> environment(String secret) {
        return Map.of("PARLEY_URL", site.toString().replaceFirst("/$", ""), "PARLEY_KEY", shop.apiKey(),
                "PARLEY_SECRET",
                secret, "PARLEY_WEBHOOK_SECRET", WEBHOOK_SECRET);
    }

    private RequestSpecification admin() {
        return given().header("Authorization", "Bearer " + shop.apiKey()).contentType(ContentType.JSON);
    }

    private String[] command(String language, String name) throws IOException {
        List<String> command = LANGUAGES.getOrDefault(language, List.of());
        Assumptions.assumeTrue(Program.isThere(command.getFirst()));
        Assumptions.assumeTrue(!language.equals("sh") || (Program.isThere("curl") && Program.isThere("openssl")));
        Files.writeString(folder.resolve(command.get(1)), block(language, name));
        return command.toArray(String[]::new);
    }

    private static String block(String language, String name) throws IOException {
        String page = Files.readString(Path.of("src/docs/integrating.md"));
        Matcher block = Pattern.compile("```" + language + " " + name + "\n(.*?)\n```\n", Pattern.DOTALL).matcher(page);
        assertThat(block.find()).as(language + " " + name).isTrue();
        return block.group(1);
    }

    /** The JDK that runs this test: another one on the path may be too old to run a source file. */
    private static String java() {
        return ProcessHandle.current().info().command().orElse("java");
    }
}
