package dev.parley.model.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThoughtsTest {
    private final List<String> spoken = new ArrayList<>();

    private Thoughts thoughts(boolean expected) {
        spoken.clear();
        return new Thoughts(expected, spoken::add, call -> {});
    }

    private String text() {
        return String.join("", spoken);
    }

    private Thoughts hear(String text, boolean cut) {
        Thoughts thoughts = thoughts(false);
        text.codePoints().forEach(c -> thoughts.accept(Character.toString(c)));
        thoughts.end(cut);
        return thoughts;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', value = {"<think>a</think>b¦b", "<think>a</think> <think>c</think>  b¦b",
            "b <think>a</think>c¦b c", "<think>a<think>b</think>c¦c", "<think/>b¦b", "<think></think>b¦b",
            "<Thinking mode=\"x\">a</Thinking>b¦b", "[THINK]a[/THINK]b¦b", "<answer>b</answer>¦b",
            "<think>a</think><answer>b</answer>¦b", "Let me see the entry. </think>b¦b", "<think>a¦''",
            "<think>a</thin¦''", "a < b and b > c¦a < b and b > c", "a <b>¦a <b>",
            "see [1] and [thinking](https://x)¦see [1] and [thinking](https://x)", "<thin¦<thin", "a [¦a [",
            "The user manual is inside.¦The user manual is inside.", "The thinker</p>¦The thinker</p>",
            "analysisThe user asks.assistantfinalYes.¦Yes.",
            "<|channel|>analysis<|message|>a<|end|><|start|>assistant<|channel|>final<|message|>b<|return|>¦b"})
    void text_isPartedFromThoughtsWhereverItIsCut(String whole, String expected) {
        hear(whole, false);

        assertThat(text()).isEqualTo(expected);
        for (int cut = 0; cut <= whole.length(); cut++) {
            Thoughts halves = thoughts(false);
            halves.accept(whole.substring(0, cut));
            halves.accept(whole.substring(cut));
            halves.end(false);
            assertThat(text()).as("cut at %d", cut).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"You have", "Thirty", "Yes, of", "Our store", "Gern!", "Ja, das", "退货", "Les retours",
            "- one"})
    void answer_isSaidAtOnce(String beginning) {
        Thoughts thoughts = thoughts(false);

        thoughts.accept(beginning);

        assertThat(text()).isEqualTo(beginning);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Okay, the user wants", "Let me think", "The customer asks", "We need to answer", "好的，用户想",
            "Hmm, so the question is", "Der Kunde fragt", "L'utilisateur veut", "El cliente quiere"})
    void thoughtsWithoutAFirstMark_areHeldUntilTheirEnd(String beginning) {
        Thoughts thoughts = thoughts(false);
        thoughts.accept(beginning + " … and so on");
        assertThat(text()).isEmpty();

        thoughts.accept("</think>\nYou ");
        thoughts.accept("may.");

        assertThat(spoken).containsExactly("You ", "may.");
        assertThat(thoughts.unmarked()).isTrue();
        assertThat(thoughts.leaked()).isFalse();
    }

    @Test
    void whatOnlyLooksLikeThoughts_isSaidInTheEndButNotWhenItIsCut() {
        hear("The customer service is open.", false);
        assertThat(text()).isEqualTo("The customer service is open.");

        assertThat(hear("The customer wants his", true).heard()).isTrue();
        assertThat(text()).isEmpty();
    }

    @Test
    void endOfThoughtsAfterText_isALeak() {
        Thoughts thoughts = hear("Shoes. Reply kindly.</think>Yes.", false);

        assertThat(thoughts.leaked()).isTrue();
        assertThat(thoughts.unmarked()).isTrue();
    }

    @Test
    void laneThatIsKnownForIt_isHeldWhateverItsBeginning() {
        Thoughts thoughts = thoughts(true);
        thoughts.accept("Shoes. Reply kindly.");
        assertThat(text()).isEmpty();
        assertThat(thoughts.thinking()).isTrue();

        thoughts.accept("</think>Yes.");

        assertThat(text()).isEqualTo("Yes.");
        assertThat(thoughts.leaked()).isFalse();
    }

    @Test
    void thoughtsInAPlaceOfTheirOwn_letTheTextPass() {
        Thoughts thoughts = thoughts(true);
        thoughts.accept("The customer ");
        thoughts.apart();
        thoughts.accept("service is open.");

        assertThat(text()).isEqualTo("The customer service is open.");
    }

    @Test
    void thoughtsWithoutEnd_areNotKept() {
        Thoughts thoughts = thoughts(true);
        for (int i = 0; i < 2_000; i++) {
            thoughts.accept("so ".repeat(400));
        }
        thoughts.end(false);

        assertThat(text()).isEmpty();
    }
}
