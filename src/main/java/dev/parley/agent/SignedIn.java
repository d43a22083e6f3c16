package dev.parley.agent;

import java.util.UUID;

public record SignedIn(Agent agent, UUID session) {}
