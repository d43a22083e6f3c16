package dev.parley.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import dev.parley.conversation.Author;
import dev.parley.conversation.Message;
import org.junit.jupiter.api.Test;

class ExchangeTest {
    @Test
    void messagesSinceTheLastReply_areOpen() {
        Exchange exchange = Exchange.of(List.of(visitor("a"), bot("b"), visitor("c"), visitor("d")));

        assertThat(exchange.history()).extracting(Message::text).containsExactly("a", "b");
        assertThat(exchange.questions()).containsExactly("c", "d");
        assertThat(exchange.question()).isEqualTo("c\nd");
    }

    @Test
    void firstQuestion_hasNoHistoryAndNoContext() {
        Exchange exchange = Exchange.of(List.of(visitor("a")));

        assertThat(exchange.history()).isEmpty();
        assertThat(exchange.questionInContext()).isEmpty();
    }

    @Test
    void writtenToAPersonWhoNeverCame_isHistoryNotAQuestion() {
        Exchange exchange = Exchange.of(List.of(visitor("a"), system("the conversation has ended"), visitor("b")));

        assertThat(exchange.history()).extracting(Message::text).containsExactly("a");
        assertThat(exchange.questions()).containsExactly("b");
    }

    @Test
    void answeredConversation_hasNothingOpen() {
        Exchange exchange = Exchange.of(List.of(visitor("a"), bot("b")));

        assertThat(exchange.questions()).isEmpty();
        assertThat(exchange.question()).isEmpty();
    }

    @Test
    void followUp_isReadBehindTheQuestionBefore() {
        Exchange exchange = Exchange.of(List.of(visitor("old"), bot("x"), visitor("What are the sizes?"), bot("y"),
                visitor("And for children?")));

        assertThat(exchange.questionInContext()).contains("What are the sizes?\nAnd for children?");
    }

    private static Message visitor(String text) {
        return message(Author.VISITOR, text);
    }

    private static Message bot(String text) {
        return message(Author.BOT, text);
    }

    private static Message system(String text) {
        return message(Author.SYSTEM, text);
    }

    private static Message message(Author author, String text) {
        return new Message(1, author, null, text, Instant.EPOCH, null, List.of(), null);
    }
}
