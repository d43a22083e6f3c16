package dev.parley.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationState.WithAgent;
import dev.parley.conversation.InboxItem;
import dev.parley.handoff.Note;
import dev.parley.handoff.Presence.Present;
import dev.parley.tenant.Agent;
import org.jspecify.annotations.Nullable;

/** What agents are told besides the frames that visitors get too (src/docs/console.md). */
@ApplicationScoped
class AgentFrames {
    private final ObjectMapper json;

    AgentFrames(ObjectMapper json) {
        this.json = json;
    }

    /** One of the visitor's frames, with the conversation that it belongs to: an agent watches several. */
    static String in(UUID conversation, String frame) {
        return frame.substring(0, frame.length() - 1) + ",\"conversation\":\"" + conversation + "\"}";
    }

    /** The same of what a colleague does; null leaves the frame as it is. */
    static String by(@Nullable UUID agent, String frame) {
        return agent == null ? frame : frame.substring(0, frame.length() - 1) + ",\"agent\":\"" + agent + "\"}";
    }

    String ready(Agent agent, long heartbeatSeconds) {
        return frame("ready", Map.of("agent", AgentResponse.of(agent), "heartbeat_s", heartbeatSeconds));
    }

    String watching(Conversation conversation) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("conversation", conversation.id());
        fields.put("state", conversation.state().wire());
        fields.put("epoch", conversation.epoch());
        fields.put("last_seq", conversation.lastSeq());
        if (conversation.state() instanceof WithAgent with) {
            fields.put("agent", with.agent());
        }
        return frame("watching", fields);
    }

    String claimed(Conversation conversation) {
        return frame("claimed", Map.of("conversation", conversation.id(), "epoch", conversation.epoch()));
    }

    String note(Note note) {
        return frame("note", Map.of("note", NoteResponse.of(note)));
    }

    String mention(Note note) {
        return frame("mention", Map.of("note", NoteResponse.of(note)));
    }

    String noted(Note note) {
        return frame("ack", Map.of("id", note.clientId(), "conversation", note.conversation(), "at", note.at()));
    }

    /** The change is new, changed, claimed or closed. */
    String inbox(String change, InboxItem item) {
        return frame("inbox." + change, Map.of("item", InboxItemResponse.forAll(item)));
    }

    String presence(List<Present> present) {
        return frame("presence", Map.of("agents", present.stream()
                .map(each -> Map.of("id", each.agent(), "away", each.away())).toList()));
    }

    /** Who has the conversation on the screen. */
    String viewing(UUID conversation, List<UUID> agents) {
        return frame("viewing", Map.of("conversation", conversation, "agents", agents));
    }

    String error(String code, String detail, boolean retryable, @Nullable UUID conversation, @Nullable UUID id) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("code", code);
        fields.put("detail", detail);
        fields.put("retryable", retryable);
        if (conversation != null) {
            fields.put("conversation", conversation);
        }
        if (id != null) {
            fields.put("id", id);
        }
        return frame("error", fields);
    }

    private String frame(String type, Map<String, ?> fields) {
        Map<String, Object> frame = new LinkedHashMap<>();
        frame.put("type", type);
        frame.putAll(fields);
        try {
            return json.writeValueAsString(frame);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
