package dev.parley.conversation;

import java.util.List;
import java.util.UUID;

import dev.parley.conversation.answer.Finish;
import org.jspecify.annotations.Nullable;

/**
 * The end of a conversation: what somebody who is to go on with it must have read. Every turn reads it, so that it carries no more.
 *
 * @param locale what the visitor's browser or shop said of the language
 * @param page where in the shop the visitor wrote last
 * @param lines the newest, oldest first
 * @param whisper what a supervisor wants the next answer to heed
 * @param held whether a supervisor wants to see the bot's answers before the visitor does
 * @param messageWantedSeq what the visitor writes after this number is a message left for the team; null: no message was asked for
 */
public record ConversationThread(UUID visitor, @Nullable String locale, @Nullable String page, List<Line> lines,
        @Nullable String whisper, boolean held, @Nullable Long messageWantedSeq) {
    public ConversationThread(UUID visitor, @Nullable String locale, @Nullable String page, List<Line> lines,
            @Nullable String whisper, boolean held) {
        this(visitor, locale, page, lines, whisper, held, null);
    }

    /**
     * What was said.
     *
     * @param seq the message's number
     * @param text empty where the visitor has sent a recording as it is
     * @param finish how the bot's answer ended; null for everybody else's words
     * @param spokenIn the language that was heard, as a tag; null for what was typed
     */
    public record Line(long seq, Author author, String text, @Nullable Finish finish, @Nullable String spokenIn) {
        public Line(long seq, Author author, String text, @Nullable Finish finish) {
            this(seq, author, text, finish, null);
        }
    }
}
