package dev.parley.turn.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import dev.parley.conversation.Author;
import dev.parley.conversation.ConversationThread.Line;
import dev.parley.conversation.answer.Finish;
import dev.parley.conversation.answer.RunningAnswer;
import dev.parley.tenant.TenantId;
import org.junit.jupiter.api.Test;

class ExchangeTest {
    private final List<Line> said = new ArrayList<>();

    @Test
    void messagesOfThisAnswer_areOpenAndThoseBeforeAreHistory() {
        say(Author.VISITOR, "a");
        say(Author.BOT, "b");
        say(Author.VISITOR, "c");
        say(Author.VISITOR, "d");

        Exchange exchange = Exchange.of(said, answering(3, 4));

        assertThat(exchange.history()).extracting(Line::text).containsExactly("a", "b");
        assertThat(exchange.questions()).containsExactly("c", "d");
        assertThat(exchange.question()).isEqualTo("c\nd");
    }

    @Test
    void questionThatCameWhileAReplyWasWritten_isOpenStill() {
        say(Author.VISITOR, "how long?");
        say(Author.VISITOR, "and for shoes?");
        say(Author.BOT, "30 days");

        Exchange exchange = Exchange.of(said, answering(2, 2));

        assertThat(exchange.history()).extracting(Line::text).containsExactly("how long?", "30 days");
        assertThat(exchange.questions()).containsExactly("and for shoes?");
    }

    @Test
    void questionBehindThisAnswers_isLeftToTheNext() {
        say(Author.VISITOR, "a");
        say(Author.VISITOR, "too late");

        Exchange exchange = Exchange.of(said, answering(1, 1));

        assertThat(exchange.history()).isEmpty();
        assertThat(exchange.questions()).containsExactly("a");
    }

    @Test
    void recordingWithoutText_isUnheardAndNoQuestion() {
        said.add(new Line(1, Author.VISITOR, "", null, null));
        said.add(new Line(2, Author.BOT, "A person will listen.", Finish.HANDOFF));
        said.add(new Line(3, Author.VISITOR, "und hier?", null, "de"));
        said.add(new Line(4, Author.VISITOR, "", null, null));

        Exchange before = Exchange.of(said, answering(3, 3));
        Exchange both = Exchange.of(said, answering(3, 4));

        assertThat(before.unheard()).isFalse();
        assertThat(before.history()).extracting(Line::text).containsExactly("A person will listen.");
        assertThat(before.spokenIn()).isEqualTo("de");
        assertThat(both.unheard()).isTrue();
        assertThat(both.questions()).containsExactly("und hier?");
    }

    @Test
    void firstQuestion_hasNoHistoryAndNoContext() {
        say(Author.VISITOR, "a");

        Exchange exchange = Exchange.of(said, answering(1, 1));

        assertThat(exchange.history()).isEmpty();
        assertThat(exchange.earlierQuestions()).isEmpty();
        assertThat(exchange.lastAnswer()).isEmpty();
    }

    @Test
    void writtenToAPersonWhoNeverCame_isHistoryNotAQuestion() {
        say(Author.VISITOR, "a");
        say(Author.SYSTEM, "the conversation has ended");
        say(Author.VISITOR, "b");

        Exchange exchange = Exchange.of(said, answering(3, 3));

        assertThat(exchange.history()).extracting(Line::text).containsExactly("a");
        assertThat(exchange.questions()).containsExactly("b");
    }

    @Test
    void earlierQuestions_standInTheirOrderWithoutAnswers() {
        say(Author.VISITOR, "old");
        say(Author.BOT, "x");
        say(Author.VISITOR, "What are the sizes?");
        say(Author.BOT, "y");
        say(Author.VISITOR, "And for children?");

        Exchange exchange = Exchange.of(said, answering(5, 5));

        assertThat(exchange.earlierQuestions()).containsExactly("old", "What are the sizes?");
        assertThat(exchange.lastAnswer()).map(Line::text).contains("y");
    }

    private void say(Author author, String text) {
        said.add(new Line(said.size() + 1L, author, text, null));
    }

    private static RunningAnswer answering(long firstQuestion, long lastQuestion) {
        UUID id = new UUID(1, 2);
        return new RunningAnswer(id, new TenantId(id), id, 1, 1, firstQuestion, lastQuestion);
    }
}
