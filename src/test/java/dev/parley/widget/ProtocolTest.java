package dev.parley.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.conversation.Author;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationEvent.AnswerBegan;
import dev.parley.conversation.ConversationEvent.AnswerEnded;
import dev.parley.conversation.ConversationEvent.AnswerGrew;
import dev.parley.conversation.ConversationEvent.Typing;
import dev.parley.conversation.ConversationState;
import dev.parley.conversation.Message;
import dev.parley.conversation.answer.Finish;
import dev.parley.conversation.answer.Source;
import dev.parley.conversation.attachment.Attachment;
import dev.parley.conversation.attachment.Recording;
import dev.parley.feed.ConversationFrame;
import dev.parley.feed.ConversationFrame.Queue;
import dev.parley.feed.Frame;
import dev.parley.feed.Frames;
import dev.parley.tenant.TenantId;
import org.junit.jupiter.api.Test;

/** src/docs/protocol.md matches the code. */
class ProtocolTest {
    private static final UUID ID = new UUID(0, 1);
    private static final TenantId SHOP = new TenantId(ID);
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");

    private final ObjectMapper json = new ObjectMapper();
    private final Frames frames = Frames.PLAIN;

    @Test
    void clientsFrames_areReadAsTheyAreDocumented() throws IOException {
        List<String> kinds = documented("client").stream()
                .map(frame -> VisitorFrameReader.read(frame).getClass().getSimpleName()
                        .toLowerCase(java.util.Locale.ROOT))
                .toList();

        assertThat(kinds).containsExactlyInAnyOrder(everyKindOfFrame());
    }

    private static String[] everyKindOfFrame() {
        return java.util.Arrays.stream(VisitorFrame.class.getPermittedSubclasses())
                .map(kind -> kind.getSimpleName().toLowerCase(java.util.Locale.ROOT)).toArray(String[]::new);
    }

    @Test
    void serversFrames_areWrittenAsTheyAreDocumented() throws IOException {
        Message message = new Message(2, Author.BOT, "Juniper", "30 days [1].", AT, ID,
                List.of(new Source(ID, "How long?", "https://shop.example/", 0.9)), "stop", Message.NO_CARDS,
                List.of(new Attachment(ID, "label.pdf", "application/pdf", 48_213)),
                new Recording(ID, 6.4, "How long do I half?", "en", "0379862", true, null), Map.of());
        Conversation waiting = new Conversation(ID, SHOP, ID, new ConversationState.Waiting(), 2, 2, null, null, "{}",
                AT, AT, AT);
        List<Frame> written = List.of(
                Frames.ready(waiting, 20),
                frames.ack(ID, message),
                frames.frame(message),
                frames.frame(new AnswerBegan(SHOP, ID, ID, 1, 1)),
                frames.frame(new AnswerGrew(SHOP, ID, ID, 1, 1, "30")),
                frames.frame(new AnswerEnded(SHOP, ID, ID, 1, 2, Finish.STOP, 1)),
                frames.state(waiting, new Queue(1, 60L)),
                frames.frame(new Typing(SHOP, ID, Author.AGENT, true, null)),
                new ConversationFrame.Drain(),
                new ConversationFrame.Pong(),
                Frames.error("text_too_long", "…", false, ID.toString()));

        assertThat(shapes(documented("server")))
                .containsExactlyElementsOf(shapes(written.stream().map(Frame::json).toList()));
    }

    @Test
    void everyFinish_isDocumented() throws IOException {
        assertThat(page()).contains(
                java.util.Arrays.stream(Finish.values()).map(finish -> "| `" + finish.wire() + "` |").toList());
    }

    /** The lines of the fenced blocks with this info string. */
    private static List<String> documented(String mark) throws IOException {
        String start = "```json " + mark + "\n";
        String page = page();
        int from = page.indexOf(start) + start.length();
        return page.substring(from, page.indexOf("\n```", from)).lines().toList();
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("src/docs/protocol.md"));
    }

    /** Type and names of the fields, at every depth. */
    private List<String> shapes(List<String> written) throws IOException {
        List<String> shapes = new ArrayList<>();
        for (String frame : written) {
            JsonNode node = json.readTree(frame);
            shapes.add(node.get("type").asText() + " " + shape(node));
        }
        return shapes;
    }

    private static String shape(JsonNode node) {
        if (node.isArray()) {
            return "[" + shape(node.get(0)) + "]";
        }
        if (!node.isObject()) {
            return node.getNodeType().toString();
        }
        TreeSet<String> fields = new TreeSet<>();
        node.properties().forEach(field -> fields.add(field.getKey() + ":" + shape(field.getValue())));
        return fields.toString();
    }
}
