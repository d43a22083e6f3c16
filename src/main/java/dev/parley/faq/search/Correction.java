package dev.parley.faq.search;

/** A typing error and its correction, which is several words if they were typed as one. */
public record Correction(String typed, String meant) {}
