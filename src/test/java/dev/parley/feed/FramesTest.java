package dev.parley.feed;

import static dev.parley.feed.EventSamples.CONVERSATION;
import static dev.parley.feed.EventSamples.SHOP;
import static dev.parley.feed.EventSamples.began;
import static dev.parley.feed.EventSamples.ended;
import static dev.parley.feed.EventSamples.grew;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.parley.conversation.Author;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationEvent.Typing;
import dev.parley.conversation.ConversationState;
import dev.parley.conversation.Message;
import dev.parley.conversation.answer.Source;
import dev.parley.conversation.attachment.Recording;
import dev.parley.feed.ConversationFrame.Queue;
import org.junit.jupiter.api.Test;

/** The exact JSON of each frame, since clients in other languages depend on it. */
class FramesTest {
    private static final UUID ID = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final Instant AT = Instant.parse("2026-11-23T10:15:30.123456Z");
    private final Frames frames = Frames.PLAIN;

    @Test
    void visitorsMessage_carriesTheClientsId() {
        Message message = new Message(1, Author.VISITOR, null, "\"Hi\"\n<b>\u2028", AT, ID, List.of(), null);

        assertThat(frames.frame(message).json()).isEqualTo("{\"type\":\"message\",\"seq\":1,\"author\":\"visitor\","
                + "\"text\":\"\\\"Hi\\\"\\n<b>\u2028\",\"at\":\"2026-11-23T10:15:30.123456Z\","
                + "\"client_id\":\"01890a5d-ac96-774b-bcce-b302099a8057\"}");
    }

    @Test
    void botsMessage_carriesSourcesAndFinish() {
        Message message = new Message(2, Author.BOT, "Juniper", "Thirty days. [1]", AT, null,
                List.of(new Source(ID, "How long?", "https://shop.example/returns", 0.93),
                        new Source(ID, "Why?", null, 0.5)),
                "stop");

        assertThat(frames.frame(message).json()).isEqualTo("{\"type\":\"message\",\"seq\":2,\"author\":\"bot\","
                + "\"name\":\"Juniper\",\"text\":\"Thirty days. [1]\",\"at\":\"2026-11-23T10:15:30.123456Z\","
                + "\"sources\":[{\"id\":\"01890a5d-ac96-774b-bcce-b302099a8057\",\"question\":\"How long?\","
                + "\"url\":\"https://shop.example/returns\",\"score\":0.93},"
                + "{\"id\":\"01890a5d-ac96-774b-bcce-b302099a8057\",\"question\":\"Why?\",\"score\":0.5}],"
                + "\"finish\":\"stop\"}");
    }

    @Test
    void answersFrames_carryAnswerAttemptAndNumber() {
        String answer = "\"answer\":\"00000000-0000-0003-0000-000000000003\",\"attempt\":2";

        assertThat(frames.frame(began(2)).json()).isEqualTo("{\"type\":\"answer.begin\"," + answer + "}");
        assertThat(frames.frame(grew(2, 7, "days")).json())
                .isEqualTo("{\"type\":\"answer.delta\"," + answer + ",\"n\":7,\"text\":\"days\"}");
        assertThat(frames.frame(ended(2)).json())
                .isEqualTo("{\"type\":\"answer.end\"," + answer + ",\"seq\":2,\"finish\":\"stop\"}");
    }

    @Test
    void state_namesTheAgentOrThePlaceInLine() {
        assertThat(frames.state(in(new ConversationState.WithAgent(ID))).json()).isEqualTo(
                "{\"type\":\"state\",\"state\":\"with_agent\",\"epoch\":3,\"agent\":\"01890a5d-ac96-774b-bcce-b302099a8057\"}");
        assertThat(frames.state(in(new ConversationState.Waiting()), new Queue(4, null)).json()).isEqualTo(
                "{\"type\":\"state\",\"state\":\"waiting\",\"epoch\":3,\"queue\":{\"position\":4}}");
        assertThat(frames.state(in(new ConversationState.Waiting()), new Queue(4, 120L)).json())
                .endsWith("\"queue\":{\"position\":4,\"eta_s\":120}}");
        assertThat(frames.state(in(new ConversationState.Closed())).json())
                .isEqualTo("{\"type\":\"state\",\"state\":\"closed\",\"epoch\":3}");
    }

    @Test
    void readyAndAck_tellWhereTheConversationStands() {
        assertThat(Frames.ready(in(new ConversationState.WithBot()), 20).json()).isEqualTo(
                "{\"type\":\"ready\",\"conversation\":\"01890a5d-ac96-774b-bcce-b302099a8057\",\"state\":\"with_bot\","
                        + "\"epoch\":3,\"last_seq\":9,\"heartbeat_s\":20}");
        assertThat(frames.ack(ID, new Message(5, Author.VISITOR, null, "x", AT, ID, List.of(), null)).json())
                .isEqualTo(
                        "{\"type\":\"ack\",\"id\":\"01890a5d-ac96-774b-bcce-b302099a8057\",\"seq\":5,\"at\":\"2026-11-23T10:15:30.123456Z\"}");
    }

    @Test
    void errorTypingAndBareFrames_areSmall() {
        assertThat(Frames.error("bad_id", "Why.", false, null).json())
                .isEqualTo("{\"type\":\"error\",\"code\":\"bad_id\",\"detail\":\"Why.\",\"retryable\":false}");
        assertThat(Frames.error("bad_id", "Why.", true, "i").json()).isEqualTo(
                "{\"type\":\"error\",\"code\":\"bad_id\",\"detail\":\"Why.\",\"retryable\":true,\"id\":\"i\"}");
        assertThat(frames.frame(new Typing(SHOP, ID, Author.AGENT, true, "socket-1")).json())
                .isEqualTo("{\"type\":\"typing\",\"author\":\"agent\",\"on\":true}");
        assertThat(new ConversationFrame.Pong().json()).isEqualTo("{\"type\":\"pong\"}");
    }

    @Test
    void agentsFrames_nameTheConversationAndTheColleague() {
        Frames watched = new Frames(CONVERSATION);
        String conversation = "\"conversation\":\"00000000-0000-0002-0000-000000000002\"}";

        assertThat(watched.frame(grew(2, 7, "days")).json()).endsWith(",\"n\":7,\"text\":\"days\"," + conversation);
        assertThat(watched.frame(new Typing(SHOP, CONVERSATION, Author.AGENT, true, "socket-1", ID)).json())
                .isEqualTo("{\"type\":\"typing\",\"author\":\"agent\",\"on\":true,\"agent\":\"" + ID + "\","
                        + conversation);
        assertThat(frames.frame(new Typing(SHOP, CONVERSATION, Author.AGENT, true, "socket-1", ID)).json())
                .isEqualTo("{\"type\":\"typing\",\"author\":\"agent\",\"on\":true}");
    }

    @Test
    void translationOfARecording_isNotTold() {
        Message spoken = new Message(1, Author.VISITOR, null, "Hallo", AT, null, List.of(), null, "[{\"a\":1}]",
                List.of(),
                new Recording(ID, 2.5, null, "de", "09", true, new Recording.Translation("en", "Hello")), Map.of());

        assertThat(frames.frame(spoken).json()).endsWith("\"cards\":[{\"a\":1}],\"recording\":{\"id\":\"" + ID
                + "\",\"seconds\":2.5,\"language\":\"de\",\"peaks\":\"09\",\"available\":true}}");
    }

    private static Conversation in(ConversationState state) {
        return new Conversation(ID, SHOP, ID, state, 3, 9, null, null, "{}", null, AT, AT);
    }
}
