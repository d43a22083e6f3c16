package dev.parley.conversation;

import dev.parley.conversation.answer.RunningAnswer;
import org.jspecify.annotations.Nullable;

/** {@code message} is null if withdrawn or replaced; {@code next} answers what was written meanwhile. */
public record Replied(@Nullable Message message, @Nullable RunningAnswer next) {}
