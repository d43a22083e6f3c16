package dev.parley.turn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.parley.conversation.Author;
import dev.parley.conversation.Message;

/**
 * The end of a conversation as an answer needs it.
 *
 * @param history what was said before, oldest first, without the system's lines
 * @param open what the visitor wrote since the last reply, oldest first
 */
record Exchange(List<Message> history, List<Message> open) {
    /**
     * Splits the messages, oldest first, behind the last one that the visitor did not write. What was written to a person who never came
     * lies behind a line of the system's, and is not for the bot to answer.
     */
    static Exchange of(List<Message> messages) {
        int firstOpen = messages.size();
        while (firstOpen > 0 && messages.get(firstOpen - 1).author() == Author.VISITOR) {
            firstOpen--;
        }
        List<Message> before = messages.subList(0, firstOpen);
        return new Exchange(before.stream().filter(message -> message.author() != Author.SYSTEM).toList(),
                messages.subList(firstOpen, messages.size()));
    }

    List<String> questions() {
        return open.stream().map(Message::text).toList();
    }

    String question() {
        return String.join("\n", questions());
    }

    /** The open question behind the one before it: "and for children?" means nothing alone. */
    Optional<String> questionInContext() {
        List<String> parts = new ArrayList<>();
        history.reversed().stream().filter(message -> message.author() == Author.VISITOR).findFirst()
                .ifPresent(before -> parts.add(before.text()));
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        parts.addAll(questions());
        return Optional.of(String.join("\n", parts));
    }
}
