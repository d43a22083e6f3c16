package dev.parley.conversation;

import dev.parley.conversation.answer.RunningAnswer;
import org.jspecify.annotations.Nullable;

/** The result after the commit. A {@code duplicate} has the earlier message and a false {@code withBot}. */
public record Recorded(Message message, boolean duplicate, boolean withBot, @Nullable RunningAnswer begun) {}
