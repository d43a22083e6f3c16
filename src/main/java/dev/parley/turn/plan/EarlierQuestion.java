package dev.parley.turn.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;

import dev.parley.language.Language;
import dev.parley.understanding.FollowUp;
import dev.parley.understanding.Offer;
import dev.parley.understanding.OpenMessages;
import dev.parley.understanding.Rules;
import dev.parley.understanding.Understood;

/** The question that the open messages may refer to. */
public final class EarlierQuestion {
    /** Visitors seldom refer further back. */
    private static final int MAX_QUESTIONS = 4;

    private EarlierQuestion() {}

    /** In its searched wording, including what it refers to itself. {@code joined} combines two. */
    public static Optional<String> of(TurnContext about, BinaryOperator<String> joined) {
        Language language = about.language();
        List<String> asked = about.exchange().earlierQuestions().stream().filter(text -> asks(text, language)).toList();
        return asked.subList(Math.max(0, asked.size() - MAX_QUESTIONS), asked.size()).stream()
                .reduce((before, text) -> FollowUp.leansOnContext(text, language) ? joined.apply(before, text) : text);
    }

    public static boolean isThere(TurnContext about) {
        return about.exchange().earlierQuestions().stream().anyMatch(text -> asks(text, about.language()));
    }

    private static boolean asks(String text, Language language) {
        return Rules.understand(new OpenMessages(List.of(text), List.of(), Offer.NONE,
                language)) instanceof Understood.Question;
    }
}
