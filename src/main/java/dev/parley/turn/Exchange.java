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
    /** Splits the messages, oldest first, behind the last one that a bot or a person wrote. */
    static Exchange of(List<Message> messages) {
        List<Message> said = messages.stream().filter(message -> message.author() != Author.SYSTEM).toList();
        int firstOpen = said.size();
        while (firstOpen > 0 && said.get(firstOpen - 1).author() == Author.VISITOR) {
            firstOpen--;
        }
        return new Exchange(said.subList(0, firstOpen), said.subList(firstOpen, said.size()));
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
