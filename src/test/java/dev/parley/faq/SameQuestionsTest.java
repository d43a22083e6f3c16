package dev.parley.faq;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import dev.parley.faq.SameQuestions.Known;
import org.junit.jupiter.api.Test;

class SameQuestionsTest {
    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);

    @Test
    void questionButForCaseAndPunctuation_isTheSame() {
        assertThat(resolved(List.of(change("how LONG", "en")), known(FIRST, "How long?", "en-GB")))
                .containsExactly(FIRST);
    }

    @Test
    void otherLanguagesAndProducts_areOtherEntries() {
        FaqChange german = change("WLAN?", "de");
        FaqChange ofShoe = change("WLAN?", "en", "SHOE");

        assertThat(resolved(List.of(german, ofShoe), known(FIRST, "WLAN?", "en")))
                .containsExactly(german.id(), ofShoe.id());
    }

    @Test
    void twoRowsWithOneQuestion_meanTwoEntriesInOrder() {
        List<FaqChange> rows = List.of(change("Why?", "en"), change("Why?", "en"), change("Why?", "en"));

        assertThat(resolved(rows, known(SECOND, "Why?", "en"), known(FIRST, "Why?", "en")))
                .containsExactly(FIRST, SECOND, rows.get(2).id());
    }

    @Test
    void entryThatARowNames_isNotMeantByAnother() {
        FaqChange named = new FaqChange(FIRST, change("New?", "en").content());
        FaqChange unnamed = change("Old?", "en");

        assertThat(resolved(List.of(unnamed, named), known(FIRST, "Old?", "en"))).containsExactly(unnamed.id(), FIRST);
    }

    @Test
    void entryByHand_isNeverAnother() {
        FaqChange byHand = new FaqChange(SECOND, change("Why?", "en").content());

        assertThat(resolved(List.of(byHand), known(FIRST, "Why?", "en"))).containsExactly(SECOND);
    }

    private static List<UUID> resolved(List<FaqChange> changes, Known... known) {
        return SameQuestions.resolve(changes, List.of(known)).stream().map(FaqChange::id).toList();
    }

    private static Known known(UUID id, String question, String locale) {
        return new Known(id, question, locale, List.of());
    }

    private static FaqChange change(String question, String locale, String... products) {
        return new FaqChange(UUID.randomUUID(), new FaqContent(question, List.of(), "A", locale, List.of(products),
                List.of(), null, FaqEntry.Status.PUBLISHED, null, null), null, true);
    }
}
