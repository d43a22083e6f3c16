package dev.parley.model.health;

import java.util.ArrayList;
import java.util.List;

import dev.parley.model.ChatMessage;
import dev.parley.model.ChatMessage.Role;

/** Rewrites messages for servers whose templates know fewer roles or a fixed order. Pure. */
final class Roles {
    private static final String GAP = "\n\n";

    private Roles() {}

    /** Prepends the system's text to the next user message, or makes it one if the bot spoke first. */
    static List<ChatMessage> withoutSystem(List<ChatMessage> messages) {
        List<ChatMessage> folded = new ArrayList<>();
        String waiting = "";
        for (ChatMessage message : messages) {
            if (message.role() == Role.SYSTEM) {
                waiting = join(waiting, message.content());
            } else if (!waiting.isEmpty()) {
                boolean users = message.role() == Role.USER;
                folded.add(ChatMessage.user(users ? join(waiting, message.content()) : waiting));
                waiting = "";
                if (!users) {
                    folded.add(message);
                }
            } else {
                folded.add(message);
            }
        }
        if (!waiting.isEmpty()) {
            folded.add(ChatMessage.user(waiting));
        }
        return List.copyOf(folded);
    }

    /** Merges neighbours of one role; after the system, the user speaks first. */
    static List<ChatMessage> takingTurns(List<ChatMessage> messages) {
        List<ChatMessage> turns = new ArrayList<>();
        for (ChatMessage message : messages) {
            ChatMessage last = turns.isEmpty() ? null : turns.getLast();
            if (last != null && last.role() == message.role() && isPlain(last) && isPlain(message)) {
                turns.set(turns.size() - 1, new ChatMessage(last.role(), join(last.content(), message.content())));
            } else if (message.role() != Role.ASSISTANT || (last != null && last.role() != Role.SYSTEM)) {
                turns.add(message);
            } else {
                turns.add(ChatMessage.user("Hello"));
                turns.add(message);
            }
        }
        return List.copyOf(turns);
    }

    /** Calls and their results are never merged. */
    private static boolean isPlain(ChatMessage message) {
        return message.calls().isEmpty() && message.answers() == null;
    }

    private static String join(String first, String second) {
        return first.isEmpty() ? second : first + GAP + second;
    }
}
