package dev.parley.faq;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of entries, newest first.
 *
 * @param nextCursor null on the last page
 */
public record FaqPage(List<FaqEntry> items, @Nullable String nextCursor) {}
