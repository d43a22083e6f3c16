package dev.parley.faq.search;

/** A typing error, and the word of the shop's that it was taken for; several words where they were written as one. */
public record Correction(String typed, String meant) {}
