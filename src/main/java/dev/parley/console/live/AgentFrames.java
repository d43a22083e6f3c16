package dev.parley.console.live;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.parley.agent.Agent;
import dev.parley.console.InboxItemResponse;
import dev.parley.console.NoteResponse;
import dev.parley.console.account.AgentResponse;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationState.WithAgent;
import dev.parley.desk.InboxItem;
import dev.parley.desk.Note;
import dev.parley.feed.ConversationFrame;
import dev.parley.feed.Frame;
import dev.parley.handoff.Presence;
import org.jspecify.annotations.Nullable;

/** Frames for agents only (src/docs/console.md). */
final class AgentFrames {
    private AgentFrames() {}

    @JsonTypeName("ready")
    private record Ready(AgentResponse agent, long heartbeatS) implements Frame {}

    @JsonTypeName("watching")
    private record Watching(UUID conversation, String state, int epoch, long lastSeq,
            @Nullable UUID agent) implements Frame {}

    @JsonTypeName("claimed")
    private record Claimed(UUID conversation, int epoch) implements Frame {}

    /** A note, or a mention in one. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
    private record OfNote(String type, NoteResponse note) implements Frame {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
    private record OfInbox(String type, InboxItemResponse item) implements Frame {}

    private record Present(UUID id, boolean away) {}

    @JsonTypeName("presence")
    private record WhoIsThere(List<Present> agents) implements Frame {}

    @JsonTypeName("viewing")
    private record Viewing(UUID conversation, List<UUID> agents) implements Frame {}

    static Frame ready(Agent agent, long heartbeatSeconds) {
        return new Ready(AgentResponse.of(agent), heartbeatSeconds);
    }

    static Frame watching(Conversation conversation) {
        return new Watching(conversation.id(), conversation.state().wire(), conversation.epoch(),
                conversation.lastSeq(), conversation.state() instanceof WithAgent with ? with.agent() : null);
    }

    static Frame claimed(Conversation conversation) {
        return new Claimed(conversation.id(), conversation.epoch());
    }

    static Frame note(Note note) {
        return new OfNote("note", NoteResponse.of(note));
    }

    static Frame mention(Note note) {
        return new OfNote("mention", NoteResponse.of(note));
    }

    static Frame noted(Note note) {
        return new ConversationFrame.Ack(note.clientId(), null, note.at(), note.conversation());
    }

    /** {@code change} is new, changed, claimed or closed. */
    static Frame inbox(String change, InboxItem item) {
        return new OfInbox("inbox." + change, InboxItemResponse.forAll(item));
    }

    static Frame presence(List<Presence.Present> present) {
        return new WhoIsThere(present.stream().map(each -> new Present(each.agent(), each.away())).toList());
    }

    /** Who has the conversation on screen. */
    static Frame viewing(UUID conversation, List<UUID> agents) {
        return new Viewing(conversation, agents);
    }

    /** {@code id} is the client's. */
    static Frame error(String code, String detail, boolean retryable, @Nullable UUID conversation, @Nullable UUID id) {
        return new ConversationFrame.Refused(code, detail, retryable, null, conversation,
                id == null ? null : id.toString());
    }
}
