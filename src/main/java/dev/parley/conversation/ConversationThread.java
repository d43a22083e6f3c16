package dev.parley.conversation;

import java.util.List;
import java.util.UUID;

import dev.parley.conversation.answer.Finish;
import org.jspecify.annotations.Nullable;

/**
 * The end of a conversation, as read by every turn.
 *
 * @param page of the visitor's latest message
 * @param lines oldest first
 * @param whisper a supervisor's hint for the next answer
 * @param held a supervisor approves answers
 * @param messageWantedSeq later messages are left for the team; null: not asked for
 */
public record ConversationThread(UUID visitor, @Nullable String locale, @Nullable String page, List<Line> lines,
        @Nullable String whisper, boolean held, @Nullable Long messageWantedSeq) {
    public ConversationThread(UUID visitor, @Nullable String locale, @Nullable String page, List<Line> lines,
            @Nullable String whisper, boolean held) {
        this(visitor, locale, page, lines, whisper, held, null);
    }

    /** A message. The text is empty for a recording without transcript; {@code finish} is of a bot's answer. */
    public record Line(long seq, Author author, String text, @Nullable Finish finish, @Nullable String spokenIn) {
        public Line(long seq, Author author, String text, @Nullable Finish finish) {
            this(seq, author, text, finish, null);
        }
    }
}
