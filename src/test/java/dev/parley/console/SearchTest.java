package dev.parley.console;

import static dev.parley.testsupport.Problems.assertProblem;
import static dev.parley.testsupport.Shops.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.parley.conversation.Conversations;
import dev.parley.conversation.VisitorMessage;
import dev.parley.conversation.VisitorMessages;
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
class SearchTest {
    @Inject
    Shops shops;
    @Inject
    Conversations conversations;
    @Inject
    VisitorMessages visitorMessages;
    private Shop shop;
    private ConsoleUser ada;

    @BeforeEach
    void openShop() {
        shop = shops.open();
        ada = shops.agent(shop, "agent");
    }

    private UUID said(Shop where, String... texts) {
        UUID conversation = shops.conversation(where).id();
        for (String text : texts) {
            await(visitorMessages.record(where.id(), conversation, new VisitorMessage(UUID.randomUUID(), text, null)));
        }
        return conversation;
    }

    private Response find(String query, Object... filters) {
        var request = ada.asks().queryParam("q", query);
        for (int i = 0; i < filters.length; i += 2) {
            request.queryParam(filters[i].toString(), filters[i + 1]);
        }
        return request.get("/v1/console/search");
    }

    private static List<String> conversations(Response found) {
        return found.path("items.conversation");
    }

    @Test
    void words_areFoundWithTheirPlaceAndNeverAsMarkup() {
        UUID conversation = said(shop, "Good morning", "My <b>parcel</b> with the lamp is lost");

        Response found = find("lamp parcel");

        assertThat(found.statusCode()).as(found.asString()).isEqualTo(200);
        assertThat(conversations(found)).containsExactly(conversation.toString());
        assertThat(found.<Integer>path("items[0].seq")).isEqualTo(2);
        assertThat(found.<String>path("items[0].excerpt")).isEqualTo("My <b>parcel</b> with the lamp is lost");
        assertThat(found.<List<Map<String, Integer>>>path("items[0].marks")).containsExactly(
                Map.of("from", 6, "until", 12), Map.of("from", 26, "until", 30));
    }

    @Test
    void chineseWithoutBlanks_isFoundAsAPhrase() {
        UUID conversation = said(shop, "我想退货，怎么办？");
        said(shop, "货物退了吗");

        assertThat(conversations(find("退货"))).containsExactly(conversation.toString());
    }

    @Test
    void anotherShopsMessages_areNeverFound() {
        said(shops.open(), "a singular unicorn");

        assertThat(conversations(find("unicorn"))).isEmpty();
    }

    @Test
    void everyFilter_leavesOutWhatDoesNotFit() {
        UUID mine = said(shop, "blue lamp");
        said(shop, "blue lamp");
        ada.asks().post("/v1/console/conversations/" + mine + "/claim");
        ada.asks().body(Map.of("labels", List.of("lamps"))).put("/v1/console/conversations/" + mine + "/labels");

        assertThat(conversations(find("lamp"))).hasSize(2);
        assertThat(conversations(find("lamp", "state", "with_agent"))).containsExactly(mine.toString());
        assertThat(conversations(find("lamp", "agent", ada.id()))).containsExactly(mine.toString());
        assertThat(conversations(find("lamp", "label", "lamps"))).containsExactly(mine.toString());
        assertThat(conversations(find("lamp", "author", "bot"))).isEmpty();
        assertThat(conversations(find("lamp", "from", "2100-01-01T00:00:00Z"))).isEmpty();
        assertThat(conversations(find("lamp", "until", "2001-01-01T00:00:00Z"))).isEmpty();
    }

    @Test
    void pages_followEachOtherEvenWithinOneInstant() {
        UUID conversation = said(shop, "lamp one", "lamp two", "lamp three", "lamp four", "lamp five");
        shops.sql("UPDATE message SET at = '2026-01-01T00:00:00Z' WHERE conversation_id = ?", conversation);

        List<Integer> found = new ArrayList<>();
        String cursor = null;
        do {
            Response page = cursor == null ? find("lamp", "limit", 2) : find("lamp", "limit", 2, "cursor", cursor);
            found.addAll(page.path("items.seq"));
            cursor = page.path("next_cursor");
        } while (cursor != null);

        assertThat(found).containsExactly(5, 4, 3, 2, 1);
    }

    @Test
    void unreadableParameters_areRefusedByName() {
        assertProblem(find(""), 400, "bad_q");
        assertProblem(find("x", "state", "asleep"), 400, "bad_state");
        assertProblem(find("x", "author", "nobody"), 400, "bad_author");
        assertProblem(find("x", "from", "yesterday"), 400, "bad_time");
        assertProblem(find("x", "cursor", "1.2.3"), 400, "bad_cursor");
        assertProblem(find("x", "agent", "ada"), 400, "bad_id");
        assertThat(find("\"unbalanced & (").statusCode()).isEqualTo(200);
    }
}
