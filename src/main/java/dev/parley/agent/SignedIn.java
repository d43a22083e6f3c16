package dev.parley.agent;

import java.util.UUID;

/** An agent with its session. */
public record SignedIn(Agent agent, UUID session) {}
