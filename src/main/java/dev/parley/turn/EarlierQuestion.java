package dev.parley.turn;

import java.util.List;
import java.util.Optional;

import dev.parley.language.Language;
import dev.parley.understanding.FollowUp;
import dev.parley.understanding.Offer;
import dev.parley.understanding.OpenMessages;
import dev.parley.understanding.Rules;
import dev.parley.understanding.Understood;

/** The question that the open messages may lean on. */
final class EarlierQuestion {
    private EarlierQuestion() {}

    /** The last one before them that was no small talk, behind the one that it leans on itself. */
    static Optional<String> of(Case about) {
        Language language = about.language();
        List<String> asked = about.exchange().earlierQuestions().reversed().stream()
                .filter(text -> asks(text, language)).limit(2).toList();
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        boolean leans = asked.size() > 1 && FollowUp.leansOnContext(asked.getFirst(), language);
        return Optional.of(leans ? asked.get(1) + "\n" + asked.getFirst() : asked.getFirst());
    }

    private static boolean asks(String text, Language language) {
        return Rules.understand(new OpenMessages(List.of(text), List.of(), Offer.NONE,
                language)) instanceof Understood.Question;
    }
}
