package dev.parley.conversation;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Each state offers only legal moves; a change of owner increments the conversation's epoch. */
public sealed interface ConversationState {
    String wire();

    record WithBot() implements ConversationState {
        public Waiting requestPerson() {
            return new Waiting();
        }

        public WithAgent takeOver(UUID agent) {
            return new WithAgent(agent);
        }

        public Closed close() {
            return new Closed();
        }

        @Override
        public String wire() {
            return "with_bot";
        }
    }

    /** Nobody answers yet. */
    record Waiting() implements ConversationState {
        public WithAgent claim(UUID agent) {
            return new WithAgent(agent);
        }

        public WithBot returnToBot() {
            return new WithBot();
        }

        public Closed close() {
            return new Closed();
        }

        @Override
        public String wire() {
            return "waiting";
        }
    }

    record WithAgent(UUID agent) implements ConversationState {
        public WithBot returnToBot() {
            return new WithBot();
        }

        public WithAgent transfer(UUID other) {
            return new WithAgent(other);
        }

        public Waiting requeue() {
            return new Waiting();
        }

        public Closed close() {
            return new Closed();
        }

        @Override
        public String wire() {
            return "with_agent";
        }
    }

    /** A new message of the visitor reopens it with the bot. */
    record Closed() implements ConversationState {
        public WithBot reopen() {
            return new WithBot();
        }

        public WithAgent reopenFor(UUID agent) {
            return new WithAgent(agent);
        }

        @Override
        public String wire() {
            return "closed";
        }
    }

    static ConversationState of(String wire, @Nullable UUID agent) {
        return switch (wire) {
            case "with_bot" -> new WithBot();
            case "waiting" -> new Waiting();
            case "with_agent" -> {
                if (agent == null) {
                    throw new IllegalArgumentException("A conversation with an agent names the agent");
                }
                yield new WithAgent(agent);
            }
            case "closed" -> new Closed();
            default -> throw new IllegalArgumentException("No conversation state is called " + wire);
        };
    }
}
