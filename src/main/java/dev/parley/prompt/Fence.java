package dev.parley.prompt;

/** The marks around data. */
final class Fence {
    private Fence() {}
}
