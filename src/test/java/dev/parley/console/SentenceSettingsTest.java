package dev.parley.console;

import static dev.parley.testsupport.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import dev.parley.language.Sentence;
import dev.parley.testsupport.ConsoleUser;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SentenceSettingsTest {
    private static final String PATH = "/v1/console/settings/sentences";
    private static final Map<String, Map<String, String>> OWN = Map.of("de",
            Map.of("greeting", "Moin!", "joined", "{agent} ist da."));

    @Inject
    Shops shops;
    private ConsoleUser administrator;

    @BeforeEach
    void openShop() {
        administrator = shops.agent(shops.open(), "administrator");
    }

    private Response set(Object sentences, String ifMatch) {
        return administrator.asks().header("If-Match", ifMatch).body(Map.of("sentences", sentences)).put(PATH);
    }

    @Test
    void everySentence_standsInEveryLanguage_withItsPlaceLeftOpen() {
        Response read = administrator.asks().get(PATH);

        assertThat(read.<List<String>>path("keys")).hasSize(Sentence.values().length).contains("no_answer");
        assertThat(read.<List<String>>path("languages")).hasSize(14);
        Map<String, Map<String, String>> defaults = read.path("defaults");
        assertThat(defaults.keySet()).containsExactlyInAnyOrderElementsOf(read.path("languages"));
        assertThat(read.<Map<String, String>>path("places")).containsEntry("joined", "{agent}");
        assertThat(defaults).allSatisfy((language, texts) -> {
            assertThat(texts.keySet()).containsExactlyInAnyOrderElementsOf(read.path("keys"));
            assertThat(texts.values()).noneMatch(String::isBlank);
            read.<Map<String, String>>path("places")
                    .forEach((key, place) -> assertThat(texts.get(key)).as(language).contains(place));
        });
        assertThat(read.<Map<String, Object>>path("sentences")).isEmpty();
    }

    @Test
    void ownSentences_areKept_andTakenBack() {
        Response set = set(OWN, administrator.asks().get(PATH).header("ETag"));

        assertThat(set.statusCode()).as(set.asString()).isEqualTo(200);
        assertThat(set.<Map<String, Map<String, String>>>path("sentences")).isEqualTo(OWN);
        assertThat(administrator.asks().get("/v1/console/settings/widget")
                .<Map<String, Map<String, String>>>path("sentences")).isEqualTo(OWN);
        assertThat(administrator.asks().get("/v1/console/settings/widget").<String>path("bot_name")).isNotBlank();
        assertThat(set(Map.of("de", Map.of()), set.header("ETag")).<Map<String, Object>>path("sentences")).isEmpty();
    }

    @Test
    void olderState_overwritesNobody() {
        String seen = administrator.asks().get(PATH).header("ETag");
        Response first = set(OWN, seen);

        assertProblem(set(Map.of("de", Map.of("greeting", "Tach!")), seen), 412, "changed_meanwhile");

        assertThat(first.header("ETag")).isNotEqualTo(seen);
        assertThat(administrator.asks().get(PATH).<Map<String, Map<String, String>>>path("sentences")).isEqualTo(OWN);
    }

    @Test
    void whatCannotBeMeant_isRefused() {
        for (Object wrong : List.of(Map.of("xx", Map.of("greeting", "Hi!")), Map.of("de", Map.of("gruss", "Moin!")),
                Map.of("de", Map.of("joined", "Jemand ist da.")), Map.of("de", Map.of("greeting", "<b>Moin</b>")),
                Map.of("de", Map.of("greeting", "x".repeat(501))))) {
            assertProblem(set(wrong, "*"), 400, "bad_sentences");
        }
    }
}
