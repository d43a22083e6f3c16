package dev.parley.understanding;

import java.util.List;

import dev.parley.language.Language;

/**
 * Input of the rules.
 *
 * @param texts the visitor's unanswered messages, oldest first
 * @param earlier answered messages, oldest first; the last two suffice
 * @param language as detected; unreliable for short texts
 */
public record OpenMessages(List<String> texts, List<String> earlier, Offer offer, Language language) {
    public OpenMessages {
        texts = List.copyOf(texts);
        earlier = List.copyOf(earlier);
    }
}
