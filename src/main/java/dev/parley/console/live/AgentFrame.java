package dev.parley.console.live;

import java.util.List;
import java.util.UUID;

sealed interface AgentFrame {
    record Watch(UUID conversation, long since) implements AgentFrame {}

    record Unwatch(UUID conversation) implements AgentFrame {}

    record Send(UUID conversation, UUID id, String text, List<UUID> attachments) implements AgentFrame {}

    record Note(UUID conversation, UUID id, String text, List<UUID> mentions) implements AgentFrame {}

    record Claim(UUID conversation) implements AgentFrame {}

    record Typing(UUID conversation, boolean on) implements AgentFrame {}

    record Read(UUID conversation, long seq) implements AgentFrame {}

    record Presence(boolean away) implements AgentFrame {}

    record Ping() implements AgentFrame {}
}
