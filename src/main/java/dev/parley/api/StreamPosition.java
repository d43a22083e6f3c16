package dev.parley.api;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.parley.conversation.ConversationEvent;
import dev.parley.conversation.ConversationEvent.AnswerBegan;
import dev.parley.conversation.ConversationEvent.AnswerEnded;
import dev.parley.conversation.ConversationEvent.AnswerGrew;
import dev.parley.conversation.ConversationEvent.MessageStored;
import dev.parley.conversation.ConversationEvent.OwnerChanged;
import dev.parley.conversation.ConversationEvent.StaffOnly;
import dev.parley.conversation.ConversationEvent.Typing;
import dev.parley.conversation.ConversationEvent.VisitorJoined;
import org.jspecify.annotations.Nullable;

/**
 * Position of a stream's reader, encoded in event ids so that servers keep no state: the newest message, and attempt
 * and length of the answer read so far.
 */
public final class StreamPosition {
    private static final Pattern ID = Pattern
            .compile("(\\d{1,18})(?:\\.([0-9a-f-]{36})\\.(\\d{1,9})\\.(\\d{1,9}))?(\\.acknowledged|\\.ended)?");

    private long seq;
    private @Nullable UUID answer;
    private int attempt;
    private int characters;
    private boolean acknowledged;
    private boolean ended;
    private final boolean resumed;

    private StreamPosition(boolean resumed) {
        this.resumed = resumed;
    }

    /** The beginning, if the id is not ours. */
    public static StreamPosition of(@Nullable String lastEventId) {
        Matcher id = ID.matcher(lastEventId == null ? "" : lastEventId);
        StreamPosition position = new StreamPosition(id.matches());
        if (position.resumed) {
            position.seq = Long.parseLong(id.group(1));
            position.acknowledged = ".acknowledged".equals(id.group(5));
            position.ended = ".ended".equals(id.group(5));
            if (id.group(2) != null) {
                position.answer = UUID.fromString(id.group(2));
                position.attempt = Integer.parseInt(id.group(3));
                position.characters = Integer.parseInt(id.group(4));
            }
        }
        return position;
    }

    String id() {
        String reading = answer == null ? "" : "." + answer + "." + attempt + "." + characters;
        return seq + reading + (ended ? ".ended" : acknowledged ? ".acknowledged" : "");
    }

    boolean resumed() {
        return resumed;
    }

    boolean ended() {
        return ended;
    }

    /** The newest message that the reader knows, at least the one before the question. */
    long since(long question) {
        return resumed ? Math.max(seq, question - 1) : question;
    }

    /** True if the reader needs the acknowledgement. */
    boolean passAck(long question) {
        if (acknowledged || seq >= question) {
            return false;
        }
        seq = question - 1;
        acknowledged = true;
        return true;
    }

    /** The part of the event that the reader lacks. */
    Optional<ConversationEvent> pass(ConversationEvent event) {
        return switch (event) {
            case MessageStored stored -> stored.message().seq() <= seq ? Optional.empty() : read(stored);
            case AnswerBegan began -> isOf(began.answer(), began.attempt()) ? Optional.empty() : read(began);
            case AnswerGrew grew -> read(grew);
            case AnswerEnded over -> ended && isOf(over.answer(), over.attempt()) ? Optional.empty() : read(over);
            case OwnerChanged changed -> Optional.of(changed);
            case Typing typing -> Optional.empty();
            case VisitorJoined joined -> Optional.empty();
            case StaffOnly staffOnly -> Optional.empty();
            case ConversationEvent.StopAsked stop -> Optional.empty();
        };
    }

    private Optional<ConversationEvent> read(MessageStored stored) {
        seq = stored.message().seq();
        acknowledged = false;
        return Optional.of(stored);
    }

    private Optional<ConversationEvent> read(AnswerBegan began) {
        answer = began.answer();
        attempt = began.attempt();
        characters = 0;
        ended = false;
        return Optional.of(began);
    }

    /** A reader who resumes at the end hears of it again from the feed. */
    private Optional<ConversationEvent> read(AnswerEnded over) {
        ended = true;
        return Optional.of(over);
    }

    /** Piece 0 has the whole text so far, part of which may be known. */
    private Optional<ConversationEvent> read(AnswerGrew grew) {
        boolean all = grew.n() == 0 && isOf(grew.answer(), grew.attempt());
        String fresh = all ? grew.text().substring(Math.min(characters, grew.text().length())) : grew.text();
        characters += fresh.length();
        return fresh.isEmpty()
                ? Optional.empty()
                : Optional.of(new AnswerGrew(grew.tenant(), grew.conversation(), grew.answer(), grew.attempt(),
                        grew.n(), fresh));
    }

    private boolean isOf(UUID other, int number) {
        return other.equals(answer) && number == attempt;
    }
}
