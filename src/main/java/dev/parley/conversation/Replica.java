package dev.parley.conversation;

import java.util.UUID;

import jakarta.inject.Singleton;

/** This process among its like. A new id at each start: what an earlier run held must lapse, even on the same machine. */
@Singleton
public class Replica {
    private final UUID id = UUID.randomUUID();

    public UUID id() {
        return id;
    }
}
