package dev.parley.agent;

import java.util.UUID;

/** An agent, and the session by which we know that it is one. */
public record SignedIn(Agent agent, UUID session) {}
