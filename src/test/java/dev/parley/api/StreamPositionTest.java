package dev.parley.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import dev.parley.conversation.ConversationEvent.AnswerBegan;
import dev.parley.conversation.ConversationEvent.AnswerEnded;
import dev.parley.conversation.answer.Finish;
import dev.parley.tenant.TenantId;
import org.junit.jupiter.api.Test;

class StreamPositionTest {
    private static final TenantId SHOP = new TenantId(new UUID(0, 1));
    private static final UUID CONVERSATION = new UUID(0, 2);
    private static final UUID ANSWER = new UUID(0, 3);
    private static final UUID NEXT = new UUID(0, 4);

    @Test
    void readerWhoKnowsTheEnd_isNotToldOfItAgain() {
        StreamPosition position = StreamPosition.of("2." + ANSWER + ".1.26.ended");

        assertThat(position.pass(ended(ANSWER))).isEmpty();
    }

    @Test
    void readerWhoLeftBeforeTheEnd_isToldOfIt() {
        StreamPosition position = StreamPosition.of("2." + ANSWER + ".1.26");

        assertThat(position.pass(ended(ANSWER))).contains(ended(ANSWER));
        assertThat(position.id()).isEqualTo("2." + ANSWER + ".1.26.ended");
    }

    @Test
    void nextAnswer_beginsWithoutTheEndOfTheOneBefore() {
        StreamPosition position = StreamPosition.of("2." + ANSWER + ".1.26.ended");

        position.pass(new AnswerBegan(SHOP, CONVERSATION, NEXT, 1, 0));

        assertThat(position.id()).isEqualTo("2." + NEXT + ".1.0");
        assertThat(position.pass(ended(NEXT))).contains(ended(NEXT));
    }

    private static AnswerEnded ended(UUID answer) {
        return new AnswerEnded(SHOP, CONVERSATION, answer, 1, 2, Finish.STOP, 1);
    }
}
