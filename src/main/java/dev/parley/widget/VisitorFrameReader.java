package dev.parley.widget;

import java.util.UUID;

import dev.parley.socket.FrameFields;
import dev.parley.socket.FrameReader;
import org.jspecify.annotations.Nullable;

/** Parses visitors' frames; refusals say what is wrong. */
final class VisitorFrameReader {
    private static final int LONGEST_COMMENT = 2_000;

    private VisitorFrameReader() {}

    static VisitorFrame read(String text) {
        FrameFields frame = FrameReader.read(text);
        return switch (frame.text("type")) {
            case "hello" -> new VisitorFrame.Hello(frame.text("token"), frame.numberOrZero("since"));
            case "send" -> send(frame);
            case "stop" -> new VisitorFrame.Stop(frame.id("answer"));
            case "typing" -> new VisitorFrame.Typing(frame.flag("on"));
            case "seen" -> new VisitorFrame.Seen(frame.number("seq"));
            case "handoff" -> new VisitorFrame.Handoff(frame.optionalText("reason"));
            case "rate" -> rate(frame);
            case "close" -> new VisitorFrame.Close();
            case "ping" -> new VisitorFrame.Ping();
            default -> throw frame.refused("unknown_type",
                    "There is no frame of this type. The types are hello, send, stop, typing, seen, handoff, rate, close and ping.");
        };
    }

    private static VisitorFrame send(FrameFields frame) {
        UUID id = frame.id("id");
        return new VisitorFrame.Send(id, frame.of(id).text("text"), frame.optionalText("page"),
                frame.optionalId("recording"));
    }

    private static VisitorFrame rate(FrameFields frame) {
        String value = frame.text("value");
        if (!value.equals("up") && !value.equals("down")) {
            throw frame.refused("bad_frame", "The field `value` of a rating is `up` or `down`.");
        }
        return new VisitorFrame.Rate(frame.number("seq"), value.equals("up"), comment(frame));
    }

    private static @Nullable String comment(FrameFields frame) {
        String comment = frame.optionalText("comment");
        if (comment != null && comment.length() > LONGEST_COMMENT) {
            throw frame.refused("bad_frame", "The field `comment` has at most 2,000 characters.");
        }
        return comment == null ? null : comment.replace("\u0000", "");
    }
}
