package dev.parley.conversation;

import dev.parley.conversation.answer.RunningAnswer;
import org.jspecify.annotations.Nullable;

/**
 * What became of a finished answer.
 *
 * @param message null when it was withdrawn, or when another attempt had taken its place
 * @param next the answer to what the visitor wrote meanwhile; null when there is nothing open
 */
public record Replied(@Nullable Message message, @Nullable RunningAnswer next) {}
