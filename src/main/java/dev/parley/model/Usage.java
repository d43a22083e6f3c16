package dev.parley.model;

/** Tokens as the upstream counted them. */
public record Usage(int promptTokens, int completionTokens) {}
