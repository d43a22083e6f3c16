package dev.parley.conversation.answer;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** The first source is cited as [1]. {@code score} is 0 to 1. */
public record Source(UUID id, String question, @Nullable String url, double score) {}
