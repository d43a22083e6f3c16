package dev.parley.faq;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** A page of entries, newest first. {@code nextCursor} is null on the last page. */
public record FaqPage(List<FaqEntry> items, @Nullable String nextCursor) {}
