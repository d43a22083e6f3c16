package dev.parley.faq;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Values to filter a shop's entries by. {@code tags}: most frequent first. */
@Schema(examples = """
        {"entries": 12, "drafts": 1, "tags": [{"name": "shipping", "count": 5}], "locales": [{"name": "en",
         "count": 12}]}""")
public record FaqFacets(long entries, long drafts, List<Facet> tags, List<Facet> locales) {
    public record Facet(String name, long count) {}
}
