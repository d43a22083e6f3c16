package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import dev.parley.understanding.CaseResult.Said;
import dev.parley.understanding.EverydayCase.Expectation;
import dev.parley.understanding.EverydayCase.Outcome;
import org.junit.jupiter.api.Test;

class EverydayJudgeTest {
    private static final String COSTS = "What does it cost?";
    private static final String TIMES = "How long does it take?";
    private static final String PERSON = "Can I talk to a person?";
    private static final Said COSTS_TEXT = new Said("Five euros.", "faq", List.of(COSTS, TIMES));
    private static final Said SORRY = new Said("I do not know. A person?", "no_answer", List.of());
    private static final Said HELLO = new Said("Hello!", "courtesy", List.of());
    private static final Said PERSON_TEXT = new Said("Press the button.", "faq", List.of(PERSON));

    private final EverydayJudge judge = new EverydayJudge(
            Map.of(COSTS, "Five euros.", TIMES, "Two days.", PERSON, "Press the button."));

    @Test
    void firstSource_decidesWhichEntryAnswered() {
        assertThat(isRight(Outcome.ENTRY, List.of(COSTS), withBot(COSTS_TEXT))).isTrue();
        assertThat(isRight(Outcome.ENTRY, List.of(TIMES), withBot(COSTS_TEXT))).isFalse();
        assertThat(isRight(Outcome.ENTRY, List.of(COSTS), withBot(SORRY))).isFalse();
    }

    @Test
    void entryAndHandoff_isNoAnswer() {
        assertThat(isRight(Outcome.ENTRY, List.of(COSTS), waiting(COSTS_TEXT))).isFalse();
    }

    @Test
    void severalQuestions_needTheTextOfEach() {
        Expectation both = new Expectation(Outcome.ENTRY, null, List.of(List.of(COSTS), List.of(TIMES)));

        assertThat(judge.isRight(both, withBot(COSTS_TEXT))).isFalse();
        assertThat(judge.partsServed(both, withBot(COSTS_TEXT))).isEqualTo(1);
        assertThat(judge.isRight(both, withBot(new Said("Five euros.\n\nTwo days.", "faq", List.of(COSTS))))).isTrue();
        assertThat(judge.isRight(both, withBot(COSTS_TEXT, new Said("Two days.", "faq", List.of(TIMES))))).isTrue();
        assertThat(judge.isRight(both, withBot(new Said("5 €, 2 d", "stop", List.of(TIMES, COSTS))))).isTrue();
    }

    @Test
    void refusal_isNoAnswerFromAnEntryAndNoGreeting() {
        assertThat(isRight(Outcome.REFUSED, List.of(), withBot(SORRY))).isTrue();
        assertThat(isRight(Outcome.REFUSED, List.of(), waiting())).isTrue();
        assertThat(isRight(Outcome.REFUSED, List.of(), withBot(COSTS_TEXT))).isFalse();
        assertThat(isRight(Outcome.REFUSED, List.of(), withBot(HELLO))).isFalse();
        assertThat(isRight(Outcome.REFUSED, List.of(), withBot())).isFalse();
    }

    @Test
    void person_isAHandoffAndNotATextAboutPersons() {
        Said nobodyThere = new Said("Nobody is there now.", "handoff", List.of());

        assertThat(isRight(Outcome.PERSON, List.of(), waiting())).isTrue();
        assertThat(isRight(Outcome.PERSON, List.of(), withBot(nobodyThere))).isTrue();
        assertThat(isRight(Outcome.PERSON, List.of(), new CaseResult("with_bot", true, List.of(), List.of()))).isTrue();
        assertThat(isRight(Outcome.PERSON, List.of(), withBot(PERSON_TEXT))).isFalse();
    }

    @Test
    void falseAlarm_isAHandoffOrATextAboutPersonsThatDoesNotServe() {
        assertThat(isRight(Outcome.NOT_PERSON, List.of(), withBot(SORRY))).isTrue();
        assertThat(isRight(Outcome.NOT_PERSON, List.of(), withBot(COSTS_TEXT))).isTrue();
        assertThat(isRight(Outcome.NOT_PERSON, List.of(), waiting())).isFalse();
        assertThat(isRight(Outcome.NOT_PERSON, List.of(), withBot(PERSON_TEXT))).isFalse();
        assertThat(isRight(Outcome.NOT_PERSON, List.of(PERSON), withBot(PERSON_TEXT))).isTrue();
    }

    @Test
    void smallTalk_isAnsweredInKind() {
        assertThat(isRight(Outcome.SMALL_TALK, List.of(), withBot(HELLO))).isTrue();
        assertThat(isRight(Outcome.SMALL_TALK, List.of(), withBot(SORRY))).isFalse();
        assertThat(isRight(Outcome.SMALL_TALK, List.of(), waiting(HELLO))).isFalse();
    }

    @Test
    void sameAnswerAgain_isARepeat() {
        assertThat(isRight(Outcome.NO_REPEAT, List.of(), withBot())).isTrue();
        assertThat(isRight(Outcome.NO_REPEAT, List.of(), withBot(HELLO))).isTrue();
        assertThat(isRight(Outcome.NO_REPEAT, List.of(), withBot(COSTS_TEXT))).isFalse();
        assertThat(isRight(Outcome.NO_REPEAT, List.of(),
                new CaseResult("with_bot", false, List.of("Hello!"), List.of(HELLO)))).isFalse();
    }

    private boolean isRight(Outcome outcome, List<String> entries, CaseResult heard) {
        return judge.isRight(new Expectation(outcome, entries, null), heard);
    }

    private static CaseResult withBot(Said... replies) {
        return new CaseResult("with_bot", false, List.of(), List.of(replies));
    }

    private static CaseResult waiting(Said... replies) {
        return new CaseResult("waiting", false, List.of(), List.of(replies));
    }
}
