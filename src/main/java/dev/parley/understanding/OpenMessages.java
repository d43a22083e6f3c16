package dev.parley.understanding;

import java.util.List;

import dev.parley.language.Language;

/** Lists are oldest first; two {@code earlier} messages suffice. {@code language} is unreliable for short texts. */
public record OpenMessages(List<String> texts, List<String> earlier, Offer offer, Language language) {
    public OpenMessages {
        texts = List.copyOf(texts);
        earlier = List.copyOf(earlier);
    }
}
