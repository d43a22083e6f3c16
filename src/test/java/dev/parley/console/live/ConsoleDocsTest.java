package dev.parley.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.agent.Agent;
import dev.parley.agent.AgentRole;
import dev.parley.console.Operations;
import dev.parley.console.Operations.Operation;
import dev.parley.conversation.Author;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationState.Waiting;
import dev.parley.conversation.ConversationState.WithAgent;
import dev.parley.conversation.HandoffBy;
import dev.parley.conversation.HandoffCause;
import dev.parley.conversation.HandoffReason;
import dev.parley.conversation.Priority;
import dev.parley.desk.InboxItem;
import dev.parley.desk.Note;
import dev.parley.feed.Frame;
import dev.parley.handoff.Presence.Present;
import dev.parley.tenant.TenantId;
import org.junit.jupiter.api.Test;

/** src/docs/console.md says what the code does. */
class ConsoleDocsTest {
    private static final UUID ID = new UUID(0, 1);
    private static final TenantId SHOP = new TenantId(ID);
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
    private static final Pattern OPERATION = Pattern
            .compile("^\\| `([A-Z]+ /v1/console/[^`]*)` \\| (\\S+) \\|", Pattern.MULTILINE);

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void everyOperation_isDocumentedWithItsRole() throws IOException {
        List<String> documented = new ArrayList<>();
        Matcher row = OPERATION.matcher(page());
        while (row.find()) {
            documented.add(row.group(1) + " " + row.group(2));
        }

        assertThat(new TreeSet<>(documented)).isEqualTo(new TreeSet<>(Operations.all().stream()
                .map(operation -> operation.name() + " " + role(operation)).toList()));
        assertThat(documented).doesNotHaveDuplicates();
    }

    private static String role(Operation operation) {
        return operation.role().orElse("–");
    }

    @Test
    void consolesFrames_areReadAsTheyAreDocumented() throws IOException {
        List<String> kinds = documented("client").stream()
                .map(frame -> AgentFrameReader.read(frame).getClass().getSimpleName().toLowerCase(Locale.ROOT))
                .toList();

        assertThat(kinds).containsExactlyInAnyOrder(Arrays.stream(AgentFrame.class.getPermittedSubclasses())
                .map(kind -> kind.getSimpleName().toLowerCase(Locale.ROOT)).toArray(String[]::new));
    }

    @Test
    void serversFrames_areWrittenAsTheyAreDocumented() throws IOException {
        Agent ada = new Agent(ID, SHOP, "ada@shop.example", "Ada", AgentRole.AGENT, false, false, false, null,
                List.of());
        Conversation conversation = new Conversation(ID, SHOP, ID, new WithAgent(ID), 3, 4, null, null, "{}", null, AT,
                AT);
        Note note = new Note(ID, ID, ID, "Ada", ID, "Ask Ben.", List.of(), 4, AT);
        InboxItem item = new InboxItem(ID, new Waiting(), 2, 4, ID, null, null, null, null, List.of(), Priority.NORMAL,
                null,
                AT, new HandoffCause(HandoffReason.ASKED, "a refund", "Where is my money?", HandoffBy.VISITOR), AT, AT,
                0, new InboxItem.Last(Author.VISITOR, null, "Hi", AT, false));
        List<Frame> written = List.of(AgentFrames.ready(ada, 20), AgentFrames.watching(conversation),
                AgentFrames.claimed(conversation), AgentFrames.noted(note), AgentFrames.note(note),
                AgentFrames.mention(note),
                AgentFrames.inbox("new", item), AgentFrames.presence(List.of(new Present(ID, false, List.of()))),
                AgentFrames.viewing(ID, List.of(ID)), AgentFrames.error("not_owner", "…", false, ID, ID));

        assertThat(shapes(documented("server")))
                .containsExactlyElementsOf(shapes(written.stream().map(Frame::json).toList()));
    }

    /** A frame's type with the names of its fields and of their nested fields. */
    private List<String> shapes(List<String> all) throws IOException {
        List<String> shapes = new ArrayList<>();
        for (String frame : all) {
            JsonNode node = json.readTree(frame);
            shapes.add(node.path("type").asText() + " " + shape(node));
        }
        return shapes;
    }

    private static String shape(JsonNode node) {
        if (!node.isObject()) {
            return node.isArray() && !node.isEmpty() ? "[" + shape(node.get(0)) + "]" : "";
        }
        TreeSet<String> fields = new TreeSet<>();
        node.properties().forEach(field -> fields.add(field.getKey() + shape(field.getValue())));
        return fields.toString();
    }

    private static List<String> documented(String side) throws IOException {
        String page = page();
        String fence = "```json " + side + "\n";
        int begin = page.indexOf(fence) + fence.length();
        return page.substring(begin, page.indexOf("```", begin)).lines().filter(line -> !line.isBlank()).toList();
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("src/docs/console.md"));
    }
}
