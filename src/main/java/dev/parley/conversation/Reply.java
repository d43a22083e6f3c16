package dev.parley.conversation;

import java.util.List;

import dev.parley.conversation.answer.Evidence;
import dev.parley.conversation.answer.Finish;
import dev.parley.conversation.answer.Source;

/** A finished answer. {@code cards} is a JSON array, see {@link Message}. */
public record Reply(String text, String botName, Finish finish, List<Source> sources, Evidence evidence,
        String cards) {
    public Reply(String text, String botName, Finish finish, List<Source> sources, Evidence evidence) {
        this(text, botName, finish, sources, evidence, Message.NO_CARDS);
    }
}
