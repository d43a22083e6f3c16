package dev.parley.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.parley.conversation.Author;
import dev.parley.conversation.Message;
import org.junit.jupiter.api.Test;

class LineResponseTest {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    @Test
    void cards_areObjectsAndNotText() throws JsonProcessingException {
        Message answer = new Message(2, Author.BOT, null, "On its way.", Instant.EPOCH, null, List.of(), "stop",
                "[{\"type\":\"order\",\"total\":\"89.90\"}]");

        String shown = JSON.writeValueAsString(LineResponse.of(answer));

        assertThat(JSON.readTree(shown).at("/cards/0/total").asText()).isEqualTo("89.90");
    }

    @Test
    void messageWithoutCards_doesNotMentionThem() throws JsonProcessingException {
        Message question = new Message(1, Author.VISITOR, null, "Where is it?", Instant.EPOCH, null, List.of(), null);

        String shown = JSON.writeValueAsString(LineResponse.of(question));

        assertThat(JSON.readTree(shown).has("cards")).isFalse();
    }
}
