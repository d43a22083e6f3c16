package dev.parley.handoff;

import static dev.parley.testsupport.Shops.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.parley.agent.Agent;
import dev.parley.agent.Agents;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationState.WithAgent;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.VisitorMessage;
import dev.parley.handoff.HandoffSettings.WhenNobody;
import dev.parley.handoff.Presence.Sign;
import dev.parley.platform.ParleyException;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import dev.parley.turn.Turns;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Visitors whose agent is absent, case by case; src/docs/handing-over.md has the table. The job also runs every few
 * seconds.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class AbsentOwnersTest {
    @Inject
    AbsentOwners absent;
    @Inject
    HandoffSettingsStore rules;
    @Inject
    Claims claims;
    @Inject
    Presence presence;
    @Inject
    Conversations conversations;
    @Inject
    Turns turns;
    @Inject
    Agents agents;
    @Inject
    Shops shops;
    private Shop shop;

    @BeforeEach
    void openShop() {
        shop = shops.open();
    }

    private Agent agent() {
        return await(agents.get(shop.id(), shops.agent(shop, "agent").id()));
    }

    private UUID console(Agent of) {
        UUID console = UUID.randomUUID();
        await(presence.here(List.of(new Sign(console, shop.id(), of.id(), null))));
        return console;
    }

    /** An agent whose console is open, in the background or closed, or whose account is closed. */
    private Agent owner(String status) {
        Agent owner = agent();
        UUID console = console(owner);
        switch (status) {
            case "away" -> shops.sql("UPDATE agent SET away = true WHERE id = ?", owner.id());
            case "gone" -> await(presence.gone(console));
            case "crashed" ->
                shops.sql("UPDATE agent_presence SET seen_at = now() - INTERVAL '1 minute' WHERE id = ?", console);
            case "disabled" -> shops.sql("UPDATE agent SET disabled_at = now() WHERE id = ?", owner.id());
            default -> assertThat(status).isEqualTo("there");
        }
        return owner;
    }

    private UUID conversationOf(Agent owner) {
        UUID conversation = shops.conversation(shop).id();
        await(claims.claim(owner, conversation));
        return conversation;
    }

    private void hasAskedLongAgo(UUID conversation) {
        await(turns.say(shop.id(), conversation, new VisitorMessage(UUID.randomUUID(), "Are you there?", null)));
        shops.sql("UPDATE message SET at = at - INTERVAL '90 seconds' WHERE conversation_id = ?", conversation);
    }

    private Conversation now(UUID conversation) {
        return await(conversations.get(shop.id(), conversation));
    }

    private String told(UUID conversation) {
        return shops.column(
                "SELECT text FROM message WHERE conversation_id = ? AND author = 'system' ORDER BY seq DESC LIMIT 1",
                conversation).getFirst();
    }

    private static OfficeHours closedNow() {
        DayOfWeek never = LocalDate.now(ZoneOffset.UTC).plusDays(3).getDayOfWeek();
        return new OfficeHours("UTC",
                List.of(new OfficeHours.Shift(never, LocalTime.of(9, 0), LocalTime.of(10, 0))), List.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            // owner   | colleague | open  | plan            | state      | told
            "there     | true      | true  | BACK_TO_BOT     | with_agent | Agent",
            "there     | false     | false | BACK_TO_BOT     | with_agent | Agent",
            "away      | true      | true  | BACK_TO_BOT     | waiting    | Your conversation is being passed on",
            "gone      | true      | true  | BACK_TO_BOT     | waiting    | Your conversation is being passed on",
            "crashed   | true      | true  | WAIT            | waiting    | Your conversation is being passed on",
            "disabled  | true      | true  | MAIL            | waiting    | Your conversation is being passed on",
            "away      | false     | true  | BACK_TO_BOT     | with_bot   | Nobody",
            "gone      | false     | true  | BACK_TO_BOT     | with_bot   | Nobody",
            "crashed   | false     | true  | LEAVE_A_MESSAGE | with_bot   | Nobody is available right now. Leave your question",
            "disabled  | false     | true  | MAIL            | with_bot   | Nobody is available right now. Leave your question",
            "gone      | false     | true  | WAIT            | waiting    | Nobody",
            "gone      | true      | false | BACK_TO_BOT     | with_bot   | The team is back on",
            "gone      | true      | false | WAIT            | waiting    | The team is back on",
            "disabled  | false     | false | LEAVE_A_MESSAGE | with_bot   | Nobody is available right now. Leave your question"})
    void unansweredQuestion_isSeenToBySomebody(String owner, boolean colleague, boolean open, WhenNobody plan,
            String state, String told) {
        await(rules.set(shop.id(), new HandoffSettings(false, 5, 60, plan, "team@shop.example",
                open ? OfficeHours.ALWAYS : closedNow())));
        UUID conversation = conversationOf(owner(owner));
        if (colleague) {
            console(agent());
        }
        hasAskedLongAgo(conversation);

        await(absent.see());

        assertThat(now(conversation).state().wire()).isEqualTo(state);
        assertThat(told(conversation)).startsWith(told);
    }

    @Test
    void answeredQuestion_staysWithWhoAnsweredIt() {
        UUID conversation = conversationOf(owner("gone"));
        hasAskedLongAgo(conversation);
        shops.sql("""
                INSERT INTO message (conversation_id, seq, tenant_id, author, text, at)
                SELECT id, last_seq + 1, tenant_id, 'agent', 'Yes.', now() FROM conversation WHERE id = ?""",
                conversation);
        shops.sql("UPDATE conversation SET last_seq = last_seq + 1 WHERE id = ?", conversation);

        await(absent.see());

        assertThat(now(conversation).state().wire()).isEqualTo("with_agent");
    }

    @Test
    void whoWorksByRestAlone_isThereAsLongAsASessionIsOpen() {
        Agent owner = agent();
        shops.sql(
                """
                INSERT INTO agent_session (id, tenant_id, agent_id, token_hash, created_at, last_seen_at, expires_at)
                VALUES (gen_random_uuid(), ?, ?, decode(md5(random()::text), 'hex'), now(), now(), now() + INTERVAL '1 day')""",
                shop.id().value(), owner.id());
        UUID conversation = conversationOf(owner);
        hasAskedLongAgo(conversation);

        await(absent.see());

        assertThat(now(conversation).state()).isEqualTo(new WithAgent(owner.id()));
    }

    @ParameterizedTest
    @CsvSource({"away", "gone", "crashed", "disabled"})
    void colleague_takesOverFromWhoIsNotThere(String status) {
        UUID conversation = conversationOf(owner(status));
        shops.sql("UPDATE message SET at = at - INTERVAL '2 minutes' WHERE conversation_id = ?", conversation);
        Agent colleague = agent();

        await(claims.claim(colleague, conversation));

        assertThat(now(conversation).state()).isEqualTo(new WithAgent(colleague.id()));
    }

    @ParameterizedTest
    @CsvSource({"there,true", "away,false", "gone,false"})
    void whoIsThereOrHasJustClaimed_keepsTheConversation(String status, boolean longAgo) {
        UUID conversation = conversationOf(owner(status));
        if (longAgo) {
            shops.sql("UPDATE message SET at = at - INTERVAL '2 minutes' WHERE conversation_id = ?", conversation);
        }
        Agent colleague = agent();

        assertThatExceptionOfType(ParleyException.class).isThrownBy(() -> await(claims.claim(colleague, conversation)))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("already_claimed"));
    }
}
