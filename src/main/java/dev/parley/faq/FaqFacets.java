package dev.parley.faq;

import java.util.List;

/** Values to filter a shop's entries by. {@code tags}: most frequent first. */
public record FaqFacets(long entries, long drafts, List<Facet> tags, List<Facet> locales) {
    public record Facet(String name, long count) {}
}
