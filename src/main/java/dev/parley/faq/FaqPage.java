package dev.parley.faq;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Some entries, newest first, and the cursor of those after them; none when these are the last. */
public record FaqPage(List<FaqEntry> items, @Nullable String nextCursor) {}
