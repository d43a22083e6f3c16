package dev.parley.faq;

import java.util.List;

/**
 * What a shop's entries can be listed by.
 *
 * @param tags those on most entries first
 */
public record FaqFacets(long entries, long drafts, List<Facet> tags, List<Facet> locales) {
    /** A tag or a language, and how many entries have it. */
    public record Facet(String name, long count) {}
}
