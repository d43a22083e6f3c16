package dev.parley.conversation.answer;

/** Since the visitor began or a person was last involved, without courtesies. */
public record BotTurns(int answers, int unansweredInRow) {}
