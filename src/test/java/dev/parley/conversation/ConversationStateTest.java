package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;

import dev.parley.conversation.ConversationState.Closed;
import dev.parley.conversation.ConversationState.Waiting;
import dev.parley.conversation.ConversationState.WithAgent;
import dev.parley.conversation.ConversationState.WithBot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationStateTest {
    private static final UUID AGENT = new UUID(1, 2);

    @ParameterizedTest
    @ValueSource(strings = {"with_bot", "waiting", "with_agent", "closed"})
    void storedState_isReadAsItWas(String wire) {
        assertThat(ConversationState.of(wire, AGENT).wire()).isEqualTo(wire);
    }

    @Test
    void everyMove_leadsWhereItSays() {
        assertThat(new WithBot().requestPerson()).isEqualTo(new Waiting());
        assertThat(new Waiting().claim(AGENT)).isEqualTo(new WithAgent(AGENT));
        assertThat(new Waiting().returnToBot()).isEqualTo(new WithBot());
        assertThat(new WithAgent(AGENT).returnToBot()).isEqualTo(new WithBot());
        assertThat(new WithAgent(AGENT).requeue()).isEqualTo(new Waiting());
        assertThat(new Closed().reopen()).isEqualTo(new WithBot());
    }

    @Test
    void everyOpenState_canBeClosed() {
        assertThat(new WithBot().close()).isEqualTo(new Closed());
        assertThat(new Waiting().close()).isEqualTo(new Closed());
        assertThat(new WithAgent(AGENT).close()).isEqualTo(new Closed());
    }

    @Test
    void unknownState_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ConversationState.of("WITH_BOT", null));
    }

    @Test
    void agentsStateWithoutAnAgent_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ConversationState.of("with_agent", null));
    }
}
