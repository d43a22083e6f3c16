package dev.parley.understanding;

import java.util.List;

import dev.parley.language.Language;

/**
 * What the rules look at.
 *
 * @param texts the visitor's unanswered messages, oldest first
 * @param earlier the visitor's answered messages, oldest first; the last two suffice
 * @param language as detected; short texts are often taken for another
 */
public record OpenMessages(List<String> texts, List<String> earlier, Offer offer, Language language) {
    public OpenMessages {
        texts = List.copyOf(texts);
        earlier = List.copyOf(earlier);
    }
}
