package dev.parley.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.parley.agent.AgentRole;
import dev.parley.conversation.Author;
import dev.parley.conversation.ConversationState.Closed;
import dev.parley.conversation.ConversationState.Waiting;
import dev.parley.conversation.ConversationState.WithAgent;
import dev.parley.conversation.ConversationState.WithBot;
import dev.parley.conversation.HandoffBy;
import dev.parley.conversation.Priority;
import dev.parley.desk.InboxView;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Annotations repeat the names that a field allows; this test compares them with the enums. */
class DescribedNamesTest {
    private static final UUID AGENT = new UUID(0, 1);

    @ParameterizedTest
    @MethodSource("fields")
    void fieldsNames_areThoseOfItsEnum(String field, List<String> names) throws IOException {
        JsonNode described = new YAMLMapper().readTree(Path.of("src/docs/openapi-console.yaml").toFile())
                .at("/components/schemas/" + field.replace(".", "/properties/") + "/enum");

        assertThat(described).extracting(JsonNode::asText).containsExactlyInAnyOrderElementsOf(names);
    }

    static Stream<Arguments> fields() {
        List<String> states = Stream.of(new WithBot(), new Waiting(), new WithAgent(AGENT), new Closed())
                .map(state -> state.wire()).toList();
        List<String> authors = names(Author.values(), Author::wire);
        List<String> priorities = names(Priority.values(), Priority::wire);
        return Stream.of(
                Arguments.of("AgentResponse.role", names(AgentRole.values(), AgentRole::wire)),
                Arguments.of("InboxItemResponse.state", states),
                Arguments.of("InboxItemResponse.priority", priorities),
                Arguments.of("HitResponse.state", states),
                Arguments.of("HitResponse.author", authors),
                Arguments.of("LastMessage.author", authors),
                Arguments.of("LineResponse.author", authors),
                Arguments.of("Handoff.by", names(HandoffBy.values(), HandoffBy::wire)),
                Arguments.of("ViewResponse.view", names(InboxView.values(), InboxView::wire)),
                Arguments.of("ViewResponse.priority", priorities));
    }

    private static <T> List<String> names(T[] values, Function<T, String> wire) {
        return Arrays.stream(values).map(wire).toList();
    }
}
