package dev.parley.conversation;

import java.util.List;

/** The bot's finished answer, on its way to become a message. The evidence is JSON: what the answer stands on and what it cost. */
public record Reply(String text, String botName, Finish finish, List<Source> sources, String evidence) {}
