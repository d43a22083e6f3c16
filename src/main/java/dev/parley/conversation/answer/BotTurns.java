package dev.parley.conversation.answer;

/**
 * How far the bot has come by itself, since the visitor began, last had a person, or last was to have one. Courtesies do not count.
 *
 * @param answers of the bot
 * @param unansweredInRow the newest of them that found no answer, without one between them that did
 */
public record BotTurns(int answers, int unansweredInRow) {}
