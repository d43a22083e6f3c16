package dev.parley.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class GroundedStreamTest {
    private static final Sources SOURCES = Sources
            .of(List.of(
                    "Shipping costs €4.90 and takes 2–3 working days. Return it within 30 days at x.example/returns."
                            + " Mail help@x.example or call +49 30 5557 0120, Monday to Friday until 5 pm."));

    private record Heard(List<String> shown, @Nullable Fact invented, SortedSet<Integer> cited) {
        String text() {
            return String.join("", shown);
        }
    }

    private static Heard hear(int entries, String... pieces) {
        GroundedStream stream = GroundedStream.over(SOURCES, entries);
        List<String> shown = new ArrayList<>();
        for (String piece : pieces) {
            GroundedStream.Step step = stream.accept(piece);
            shown.add(step.shown());
            stream = step.next();
        }
        GroundedStream.Step last = stream.end();
        shown.add(last.shown());
        return new Heard(shown, last.invented(), last.next().cited());
    }

    @Test
    void wordsThatAreNoFacts_areShownAtOnce() {
        assertThat(hear(1, "You", " can", " send", " shoes", " back", ".", " Good").shown())
                // A full stop may be part of an address.
                .containsExactly("You", " can", " send", " shoes", " back", "", ". Good", "");
    }

    @Test
    void unfinishedFact_isHeldUntilItIsWholeAndTrue() {
        assertThat(hear(1, "It costs ", "€", "4", ".90", " and", " it").shown())
                .containsExactly("It costs", "", "", "", "", " €4.90 and it", "");
        assertThat(hear(1, "Within ", "30", " days", " you", " can").shown())
                .containsExactly("Within", "", "", " 30 days you", " can", "");
    }

    @Test
    void inventedFact_isNamedAndNeverShown() {
        Heard heard = hear(1, "Within ", "60", " days", " you", " can", " return");

        assertThat(heard.text()).isEqualTo("Within ");
        assertThat(heard.invented()).isNotNull().extracting(Fact::text).isEqualTo("60 days");
    }

    @Test
    void factAtTheEnd_isJudgedAtTheEnd() {
        assertThat(hear(1, "Within 30 days").text()).isEqualTo("Within 30 days");
        assertThat(hear(1, "Within 60 days").invented()).isNotNull();
    }

    @Test
    void citationsOfEntries_areShownWholeAndTold() {
        Heard heard = hear(3, "30 days [", "1", "] or so [2", ", 3].");

        assertThat(heard.shown()).containsExactly("", "", " 30 days [1] or so".substring(1), " [2, 3]", ".");
        assertThat(heard.cited()).containsExactly(1, 2, 3);
    }

    @Test
    void citationsOfNothing_areLeftOut() {
        Heard heard = hear(2, "30 days [7]. Free [1][9] for [a] and [0]");

        assertThat(heard.text()).isEqualTo("30 days. Free [1] for [a] and");
        assertThat(heard.cited()).containsExactly(1);
    }

    /** The seed is the repetition's number, so that a failure can be reproduced. */
    @RepeatedTest(400)
    void anyCut_showsAndFindsTheSame(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String[] words = {"You", "have", "30", "days", "thirty", "to", "2–3", "working days", "€4.90", "€5", "4,90 €",
                "[1]", "[9]", "[x]",
                "help@x.example", "info@x.example.", "x.example/returns,", "1.", "\n", "**30**", "until 5 pm", "17:00",
                "24 December",
                "Monday to Friday", "满30天，", "(really)", "+49 30 5557 0120", "T3", "e.g.", "a", "week", "\n2. Then",
                "one", "die", "60"};
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            text.append(words[random.nextInt(words.length)]).append(random.nextInt(6) == 0 ? "" : " ");
        }

        Heard whole = hear(2, text.toString());
        List<String> pieces = new ArrayList<>();
        for (int at = 0; at < text.length();) {
            int to = Math.min(text.length(), at + 1 + random.nextInt(7));
            pieces.add(text.substring(at, to));
            at = to;
        }
        Heard cut = hear(2, pieces.toArray(String[]::new));

        List<Fact> invented = Grounding.check(text.toString(), SOURCES);
        assertThat(whole.invented()).as(text.toString()).isEqualTo(invented.isEmpty() ? null : invented.getFirst());
        assertThat(cut.invented()).as(text.toString()).isEqualTo(whole.invented());
        if (invented.isEmpty()) {
            assertThat(cut.text()).as(text.toString()).isEqualTo(whole.text());
            assertThat(cut.cited()).isEqualTo(whole.cited());
        } else {
            // At most the letters of the invented fact were shown, since a longer number word may start with them.
            assertThat(text.toString().replaceAll(" ?\\[9]", "")).startsWith(cut.text());
            assertThat(cut.text()).startsWith(whole.text().stripTrailing());
            assertThat(cut.text().length() - whole.text().length()).isLessThan(12);
        }
    }
}
