package dev.parley.conversation;

/** How many rows a purge deleted. */
public record PurgedCounts(int conversations, int messages, int answers) {}
