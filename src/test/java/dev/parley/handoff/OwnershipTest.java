package dev.parley.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import dev.parley.agent.Agent;
import dev.parley.agent.AgentRole;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationState;
import dev.parley.conversation.ConversationState.Closed;
import dev.parley.conversation.ConversationState.Waiting;
import dev.parley.conversation.ConversationState.WithAgent;
import dev.parley.conversation.ConversationState.WithBot;
import dev.parley.conversation.Conversations.OwnerChange;
import dev.parley.language.ShopSentences;
import dev.parley.language.Voices;
import dev.parley.platform.ParleyException;
import dev.parley.tenant.TenantId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OwnershipTest {
    private static final TenantId SHOP = new TenantId(new UUID(0, 9));
    private static final ShopSentences ENGLISH = Voices.ofShop("en");
    private static final Agent ADA = agent(1, "Ada", AgentRole.AGENT);
    private static final Agent BEN = agent(2, "Ben", AgentRole.AGENT);
    private static final Agent EVE = agent(3, "Eve", AgentRole.SUPERVISOR);

    @Test
    void whoWaitsOrTalksToTheBot_isClaimedAndTold() {
        OwnerChange adas = new OwnerChange(new WithAgent(ADA.id()), "Ada is here for you now.");

        assertThat(Ownership.claim(in(new Waiting()), ADA, ENGLISH)).isEqualTo(adas);
        assertThat(Ownership.claim(in(new WithBot()), ADA, ENGLISH)).isEqualTo(adas);
    }

    @Test
    void colleaguesConversation_isNotClaimed() {
        assertThatExceptionOfType(ClaimedException.class)
                .isThrownBy(() -> Ownership.claim(in(new WithAgent(BEN.id())), ADA, ENGLISH))
                .satisfies(taken -> assertThat(taken.owner()).isEqualTo(BEN.id()));
        assertThat(Ownership.claim(in(new WithAgent(ADA.id())), ADA, ENGLISH)).isNull();
    }

    @Test
    void whatTheQueueGives_leavesThoseAloneWhoHaveSomebody() {
        assertThat(Ownership.give(in(new WithAgent(BEN.id())), ADA, ENGLISH)).isNull();
        assertThat(Ownership.give(in(new WithBot()), ADA, ENGLISH)).isNull();
        assertThat(Ownership.give(in(new Waiting()), ADA, ENGLISH)).isNotNull();
    }

    @Test
    void colleaguesConversation_isHandedOnByItsOwnerOrASupervisorOnly() {
        Conversation adas = in(new WithAgent(ADA.id()));

        assertThat(state(Ownership.assign(adas, ADA, BEN, ENGLISH))).isEqualTo(new WithAgent(BEN.id()));
        assertThat(state(Ownership.assign(adas, EVE, BEN, ENGLISH))).isEqualTo(new WithAgent(BEN.id()));
        assertThat(state(Ownership.requeue(adas, EVE, ENGLISH))).isEqualTo(new Waiting());
        assertThat(state(Ownership.returnToBot(adas, ADA, ENGLISH))).isEqualTo(new WithBot());
        assertThat(state(Ownership.close(adas, ADA, ENGLISH))).isEqualTo(new Closed());
        assertNotOwner(() -> Ownership.assign(adas, BEN, BEN, ENGLISH));
        assertNotOwner(() -> Ownership.requeue(adas, BEN, ENGLISH));
        assertNotOwner(() -> Ownership.returnToBot(adas, BEN, ENGLISH));
        assertNotOwner(() -> Ownership.close(adas, BEN, ENGLISH));
    }

    @Test
    void endedConversation_isOpenedAgainBeforeAnythingElse() {
        Conversation ended = in(new Closed());

        assertThat(state(Ownership.reopen(ended, ADA, ENGLISH))).isEqualTo(new WithAgent(ADA.id()));
        for (Supplier<@Nullable OwnerChange> move : List.<Supplier<@Nullable OwnerChange>>of(
                () -> Ownership.claim(ended, ADA, ENGLISH),
                () -> Ownership.assign(ended, EVE, ADA, ENGLISH), () -> Ownership.requeue(ended, EVE, ENGLISH),
                () -> Ownership.returnToBot(ended, EVE, ENGLISH))) {
            assertRefused("closed", move);
        }
    }

    @Test
    void whereThingsAreThatWayAlready_nothingChanges() {
        assertThat(Ownership.returnToBot(in(new WithBot()), ADA, ENGLISH)).isNull();
        assertThat(Ownership.requeue(in(new Waiting()), ADA, ENGLISH)).isNull();
        assertThat(Ownership.close(in(new Closed()), ADA, ENGLISH)).isNull();
        assertThat(Ownership.reopen(in(new Waiting()), ADA, ENGLISH)).isNull();
        assertThat(Ownership.assign(in(new WithAgent(BEN.id())), ADA, BEN, ENGLISH)).isNull();
    }

    private static @Nullable ConversationState state(@Nullable OwnerChange change) {
        return change == null ? null : change.state();
    }

    private static void assertNotOwner(Supplier<@Nullable OwnerChange> move) {
        assertRefused("not_owner", move);
    }

    private static void assertRefused(String code, Supplier<@Nullable OwnerChange> move) {
        assertThatExceptionOfType(ParleyException.class).isThrownBy(move::get)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static Agent agent(int id, String name, AgentRole role) {
        return new Agent(new UUID(0, id), SHOP, name + "@shop.example", name, role, false, false, false, null,
                List.of());
    }

    private static Conversation in(ConversationState state) {
        return new Conversation(new UUID(0, 7), SHOP, new UUID(0, 8), state, 1, 0, "en", null, "{}", null,
                Instant.EPOCH, Instant.EPOCH);
    }
}
