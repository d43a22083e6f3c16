package dev.parley.console.live;

import java.util.UUID;

import dev.parley.socket.FrameFields;
import dev.parley.socket.FrameReader;

/** Parses agents' frames; refusals say what is wrong. */
final class AgentFrameReader {
    private AgentFrameReader() {}

    static AgentFrame read(String text) {
        FrameFields frame = FrameReader.read(text);
        return switch (frame.text("type")) {
            case "watch" -> new AgentFrame.Watch(conversation(frame), frame.numberOrZero("since"));
            case "unwatch" -> new AgentFrame.Unwatch(conversation(frame));
            case "send" -> new AgentFrame.Send(conversation(frame), frame.id("id"), frame.text("text"),
                    frame.ids("attachments"));
            case "note" -> new AgentFrame.Note(conversation(frame), frame.id("id"), frame.text("text"),
                    frame.ids("mentions"));
            case "claim" -> new AgentFrame.Claim(conversation(frame));
            case "typing" -> new AgentFrame.Typing(conversation(frame), frame.flag("on"));
            case "read" -> new AgentFrame.Read(conversation(frame), frame.number("seq"));
            case "presence" -> new AgentFrame.Presence(frame.flag("away"));
            case "ping" -> new AgentFrame.Ping();
            default -> throw frame.refused("unknown_type", "No frame has this type. See console.md.");
        };
    }

    private static UUID conversation(FrameFields frame) {
        return frame.id("conversation");
    }
}
