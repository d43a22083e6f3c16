package dev.parley.conversation;

import java.util.UUID;

import jakarta.inject.Singleton;

/** This process. A new id at each start, since what an earlier run held must expire. */
@Singleton
public class Replica {
    private final UUID id = UUID.randomUUID();

    public UUID id() {
        return id;
    }
}
