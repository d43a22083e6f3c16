package dev.parley.turn;

import static dev.parley.testsupport.Shops.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.parley.conversation.VisitorMessage;
import dev.parley.lane.LaneEditor;
import dev.parley.tenant.LaneSettings;
import dev.parley.tenant.ModerationSettings;
import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Reply;
import dev.parley.testsupport.ScriptedModel;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shops with moderation of questions and answers. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class ModeratorTest {
    private static final String QUESTION = "How long do I have to send shoes back?";
    private static final String FAQ_ANSWER = "You have 30 days.";
    private static final Reply DOWN = Reply.error(500, "server_error", "server_error");

    @Inject
    Turns turns;
    @Inject
    LaneEditor editor;
    @Inject
    Shops shops;

    @SuppressWarnings("NullAway.Init")
    ScriptedModel model;

    private Shop shop;

    @BeforeEach
    void openShop() {
        model.reset();
        model.always(Reply.answer("Thirty ", "days"));
        shop = shops.open();
        shops.addEntry(shop, QUESTION, FAQ_ANSWER);
    }

    private void moderate(boolean in, boolean out, boolean passWhenDown) {
        await(editor.replace(shop.id(), List.of(new LaneEditor.Wanted(new LaneSettings("main", "compatible",
                model.baseUrl().toString(), null, null, null, "gpt-3.5-turbo", null, null, null, null, null),
                "sk-shop")),
                null, new ModerationSettings(in, out, passWhenDown)));
    }

    /** Returns the finish reason and the text. */
    private String ask() {
        UUID conversation = shops.conversation(shop).id();
        await(turns.say(shop.id(), conversation, new VisitorMessage(UUID.randomUUID(), QUESTION, null)));
        return Awaitility.await().until(() -> shops.column(
                "SELECT finish || ': ' || text FROM message WHERE conversation_id = ? AND author = 'bot'",
                conversation),
                answers -> !answers.isEmpty()).getFirst();
    }

    private List<String> ledger() {
        return shops.column("SELECT kind || ' ' || outcome || ' ' || cost FROM spend_call WHERE tenant_id = ?",
                shop.id().value());
    }

    @Test
    void shopThatWantsNone_hasNothingChecked() {
        moderate(false, false, false);

        assertThat(ask()).isEqualTo("stop: Thirty days");
        assertThat(model.moderated()).isEmpty();
    }

    @Test
    void harmlessTexts_passBothWays_andAreBooked() {
        moderate(true, true, false);

        assertThat(ask()).isEqualTo("stop: Thirty days");

        assertThat(model.moderated()).containsExactly(QUESTION, "Thirty days");
        Awaitility.await().untilAsserted(() -> assertThat(ledger()).filteredOn(row -> row.startsWith("moderation"))
                .containsExactly("moderation passed 0", "moderation passed 0"));
    }

    @Test
    void harmfulQuestion_isRefusedAndNoModelIsAsked() {
        moderate(true, false, false);
        model.moderations(ScriptedModel.flagged(true));

        assertThat(ask()).startsWith("content_filter: I cannot help with that here");

        assertThat(model.requests()).isEmpty();
        Awaitility.await().untilAsserted(() -> assertThat(ledger()).containsExactly("moderation flagged 0"));
    }

    @Test
    void harmfulAnswer_isTakenBack() {
        moderate(false, true, false);
        model.moderations(ScriptedModel.flagged(true));

        assertThat(ask()).startsWith("content_filter: I cannot help with that here");
    }

    @Test
    void questionThatNobodyCanCheck_getsTheFaqsOwnWords() {
        moderate(true, false, false);
        model.moderations(DOWN);

        assertThat(ask()).isEqualTo("faq: " + FAQ_ANSWER);

        assertThat(model.requests()).isEmpty();
        Awaitility.await().untilAsserted(() -> assertThat(
                shops.column("SELECT saved FROM spend_call WHERE kind = 'faq' AND tenant_id = ?", shop.id().value()))
                .containsExactly("0"));
    }

    @Test
    void answerThatNobodyCanCheck_isTakenBack() {
        moderate(false, true, false);
        model.moderations(DOWN);

        assertThat(ask()).startsWith("content_filter: ");
    }

    @Test
    void shopThatPassesWhatNobodyCanCheck_isAnsweredAllTheSame_andWaitsForTheServerOnce() {
        moderate(true, true, true);
        model.moderations(DOWN);

        assertThat(ask()).isEqualTo("stop: Thirty days");

        assertThat(model.moderated()).hasSize(1);
    }
}
