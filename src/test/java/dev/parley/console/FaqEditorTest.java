package dev.parley.console;

import static dev.parley.testsupport.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import dev.parley.testsupport.ConsoleUser;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class FaqEditorTest {
    private static final String FAQ = "/v1/faq";
    private static final String ENTRIES = FAQ + "/entries";

    @Inject
    Shops shops;
    private Shop shop;
    private ConsoleUser agent;
    private ConsoleUser supervisor;

    @BeforeEach
    void openShop() {
        shop = shops.open();
        agent = shops.agent(shop, "agent");
        supervisor = shops.agent(shop, "supervisor");
    }

    private Response add(String question, String status, String... tags) {
        return supervisor.asks()
                .body(Map.of("question", question, "answer", "Because.", "status", status, "tags", List.of(tags)))
                .post(ENTRIES);
    }

    @Test
    void entry_isWrittenByASupervisorAndReadByAllAgents() {
        Response added = add("Do you ship to the moon?", "published", "shipping");

        assertThat(added.statusCode()).as(added.asString()).isEqualTo(201);
        assertThat(added.header("Location")).endsWith(ENTRIES + "/" + added.path("id"));
        assertThat(agent.asks().get(ENTRIES + "/" + added.path("id")).asString()).isEqualTo(added.asString());
    }

    @Test
    void editorWithAnOlderEntry_overwritesNobody() {
        Response read = add("Do you gift-wrap?", "published");
        String path = ENTRIES + "/" + read.path("id");
        Map<String, Object> mine = new HashMap<>(read.jsonPath().<String, Object>getMap("$"));
        mine.put("answer", "Yes, for free.");
        Map<String, Object> theirs = new HashMap<>(read.jsonPath().<String, Object>getMap("$"));
        theirs.put("answer", "No.");

        Response first = supervisor.asks().header("If-Match", read.header("ETag")).body(mine).put(path);
        Response second = supervisor.asks().header("If-Match", read.header("ETag")).body(theirs).put(path);

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
        assertProblem(second, 412, "changed_meanwhile");
        assertThat(agent.asks().get(path).<String>path("answer")).isEqualTo("Yes, for free.");
        assertThat(supervisor.asks().header("If-Match", first.header("ETag")).body(theirs).put(path)
                .<String>path("answer")).isEqualTo("No.");
    }

    @Test
    void list_isNarrowedByStatusTagLanguageAndText() {
        add("Do you ship?", "published", "shipping", "europe");
        add("What is a draft?", "draft", "shipping");
        add("Who are you?", "published");

        assertThat(questions("")).containsExactly("Who are you?", "What is a draft?", "Do you ship?");
        assertThat(questions("?status=draft")).containsExactly("What is a draft?");
        assertThat(questions("?tag=shipping")).containsExactly("What is a draft?", "Do you ship?");
        assertThat(questions("?tag=shipping&status=published&locale=EN&q=BECAUSE")).containsExactly("Do you ship?");
        assertThat(questions("?locale=de")).isEmpty();
        Response page = agent.asks().get(ENTRIES + "?limit=2");
        assertThat(questions("?limit=2&cursor=" + page.path("next_cursor"))).containsExactly("Do you ship?");
        Response facets = agent.asks().get(FAQ + "/facets");
        assertThat(facets.<Integer>path("entries")).isEqualTo(3);
        assertThat(facets.<Integer>path("drafts")).isEqualTo(1);
        assertThat(facets.<List<String>>path("tags.name")).containsExactly("shipping", "europe");
        assertThat(facets.<List<Integer>>path("tags.count")).containsExactly(2, 1);
        assertThat(facets.<List<String>>path("locales.name")).containsExactly("en");
    }

    private List<String> questions(String query) {
        return agent.asks().get(ENTRIES + query).path("items.question");
    }

    @Test
    void draft_isFoundOnceItIsPublished() {
        String id = add("Do your shoes glow in the dark?", "draft").path("id");
        List<Object> before = tried("shoes that glow in the dark").path("items");
        Map<String, Object> entry = supervisor.asks().get(ENTRIES + "/" + id).jsonPath().getMap("$");
        entry.put("status", "published");
        Response published = supervisor.asks().body(entry).put(ENTRIES + "/" + id);

        assertThat(before).isEmpty();
        assertThat(published.<String>path("status")).isEqualTo("published");
        Response found = tried("Do your shoes glow in the dark?");
        assertThat(found.<String>path("items[0].id")).isEqualTo(id);
        assertThat(found.<String>path("items[0].verdict")).isEqualTo("answer");
        assertThat(found.<Float>path("floor.cosine")).isBetween(0.1f, 1f);
        assertThat(found.<Float>path("floor.confidence")).isBetween(0.1f, 1f);
        assertThat(supervisor.asks().delete(ENTRIES + "/" + id).statusCode()).isEqualTo(204);
        assertThat(tried("shoes that glow in the dark").<List<Object>>path("items")).isEmpty();
    }

    private Response tried(String question) {
        return agent.asks().queryParam("q", question).get(FAQ + "/search");
    }

    @Test
    void entryWithoutAnAnswer_staysADraft() {
        Response draft = supervisor.asks().body(Map.of("question", "What now?", "status", "draft")).post(ENTRIES);
        String path = ENTRIES + "/" + draft.path("id");

        assertProblem(supervisor.asks().body(Map.of("question", "What now?", "status", "published")).put(path), 400,
                "answer_empty");
        assertProblem(supervisor.asks().body(Map.of("question", "What now?", "status", "gone")).put(path), 400,
                "bad_status");
    }

    @Test
    void file_comesInAndGoesOut() {
        Response in = supervisor.asks().contentType("text/csv").body("question;answer\nOne?;1\n;2\n")
                .post(FAQ + "/import?mode=partial");

        assertThat(in.statusCode()).as(in.asString()).isEqualTo(200);
        assertThat(in.<Integer>path("imported")).isEqualTo(1);
        assertThat(in.<Integer>path("errors[0].row")).isEqualTo(3);
        Response out = agent.asks().get(FAQ + "/export?format=csv");
        assertThat(out.header("Content-Disposition")).contains("faq.csv");
        assertThat(out.asString()).contains("One?");
    }
}
