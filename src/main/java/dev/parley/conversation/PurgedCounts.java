package dev.parley.conversation;

public record PurgedCounts(int conversations, int messages, int answers) {}
