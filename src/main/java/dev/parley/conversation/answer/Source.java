package dev.parley.conversation.answer;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** An FAQ entry that an answer stands on; the first is cited as [1]. The score lies between 0 and 1. */
public record Source(UUID id, String question, @Nullable String url, double score) {}
