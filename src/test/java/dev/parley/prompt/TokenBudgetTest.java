package dev.parley.prompt;

import static dev.parley.prompt.PromptSamples.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.parley.platform.ParleyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenBudgetTest {
    private static final Encoding ENCODING = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.CL100K_BASE);
    private static final String QUESTION = "How long do I have to send shoes back?";

    private final PromptAssembler assembler = PlainPromptTexts.assembler();

    @Test
    void statedTokens_areThoseOfTheWholePrompt() {
        PromptInput input = new PromptInput(SHOP,
                List.of(RETURNS, LABEL, passage(3, "退货 «?»", "可以。\n\n- 30 天!\n- …", 0.4)),
                List.of(visitor("Hi  there \n\n ok"), bot("Hello!\n[1]"), agent("…")),
                List.of(QUESTION, "  ¿y la talla?\n", "😀"), "de",
                "https://shop.example/", true);

        Prompt prompt = assembler.assemble(input, WIDE);

        assertThat(prompt.used()).hasSize(3);
        assertThat(prompt.promptTokens()).isEqualTo(counted(prompt));
        assertThat(prompt.maxAnswerTokens()).isEqualTo(800);
    }

    @Test
    void everyWindow_isKeptAndLosesHistoryBeforeEntries() {
        PromptInput input = asked(List.of(RETURNS, LABEL), List.of(visitor("Hi"), bot("Hello!")), QUESTION);
        int all = assembler.assemble(input, WIDE).promptTokens();
        int withoutHistory = assembler.assemble(asked(List.of(RETURNS, LABEL), List.of(), QUESTION), WIDE)
                .promptTokens();
        int min = assembler.assemble(asked(List.of(), List.of(), QUESTION), WIDE).promptTokens();

        for (int room = min + OpenQuestions.MIN_ROOM; room <= all; room++) {
            Prompt prompt = assembler.assemble(input, new TokenBudget(room + 100, 100));

            assertThat(prompt.promptTokens()).isEqualTo(counted(prompt)).isLessThanOrEqualTo(room);
            assertThat(prompt.messages().getLast().text()).contains(QUESTION);
            assertThat(prompt.used()).hasSize(room >= withoutHistory ? 2 : prompt.used().size());
            assertThat(prompt.messages()).hasSize(room == all ? 4 : prompt.messages().size());
        }
    }

    @Test
    void roomForAllButOneToken_losesTheOldestMessageAlone() {
        PromptInput input = asked(List.of(RETURNS), List.of(visitor("first of all"), bot("middle"), visitor("newest")),
                QUESTION);
        int all = assembler.assemble(input, WIDE).promptTokens();

        Prompt exact = assembler.assemble(input, new TokenBudget(all + 100, 100));
        Prompt short1 = assembler.assemble(input, new TokenBudget(all + 99, 100));

        assertThat(exact.messages()).hasSize(5);
        assertThat(asText(short1)).doesNotContain("first of all").contains("middle", "newest");
    }

    @Test
    void entryThatDoesNotFit_isAbsentAndTheNextTakesItsNumber() {
        Passage endless = passage(9, "All about sizes", "A size is a size. ".repeat(5_000), 0.99);

        Prompt prompt = assembler.assemble(asked(List.of(endless, RETURNS), List.of(), QUESTION), WIDE);

        assertThat(prompt.used()).containsExactly(RETURNS);
        assertThat(prompt.messages().getFirst().text()).contains("<<<entry 1>>>\nQuestion: How long can I return")
                .doesNotContain("A size is");
    }

    @Test
    void historyThatDoesNotFit_hasNoHoles() {
        PastMessage tooLong = bot("very long ".repeat(20_000));

        Prompt prompt = assembler
                .assemble(asked(List.of(), List.of(visitor("before"), tooLong, visitor("after")), QUESTION), WIDE);

        assertThat(asText(prompt)).contains("after").doesNotContain("before", "very long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"word ", "退货政策", "😀", "x", "\u0301a"})
    void questionLongerThanTheWindow_losesItsMiddle(String piece) {
        String question = "FIRST " + piece.repeat(60_000 / piece.length()) + " LAST";

        Prompt prompt = assembler.assemble(asked(List.of(RETURNS), List.of(visitor("Hi")), question),
                new TokenBudget(4_097, 800));

        assertThat(prompt.promptTokens()).isEqualTo(counted(prompt)).isBetween(3_200, 3_297);
        assertThat(prompt.messages().getLast().text())
                .contains("\nFIRST ", "\n[… the middle of this message was too long", " LAST\n<<<end visitor>>>")
                .doesNotContain("\ufffd");
    }

    @Test
    void longOpenMessages_giveWayBeforeShortOnes() {
        Prompt prompt = assembler.assemble(
                asked(List.of(), List.of(), "SHORT ONE", "long ".repeat(9_000), "longer ".repeat(9_000)), WIDE);

        assertThat(prompt.promptTokens()).isEqualTo(counted(prompt)).isBetween(15_500, 15_585);
        assertThat(prompt.messages().getLast().text()).contains("<<<visitor>>>\nSHORT ONE\n<<<end visitor>>>", "long",
                "longer");
    }

    @Test
    void moreOpenMessagesThanFit_loseTheOldest() {
        String[] many = IntStream.range(0, 2_000).mapToObj(i -> "message number " + i + "!").toArray(String[]::new);

        Prompt prompt = assembler.assemble(asked(List.of(), List.of(), many), new TokenBudget(4_097, 800));

        assertThat(prompt.promptTokens()).isEqualTo(counted(prompt)).isLessThanOrEqualTo(3_297);
        assertThat(asText(prompt)).contains("message number 1999!").doesNotContain("message number 0!");
    }

    @Test
    void windowWithoutRoomForTheRules_isRefused() {
        assertThatThrownBy(() -> assembler.assemble(asked(List.of(), List.of(), QUESTION), new TokenBudget(400, 300)))
                .isInstanceOfSatisfying(ParleyException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("window_too_small"));
    }

    @Test
    void answerAsLargeAsTheWindow_isRefused() {
        assertThatThrownBy(() -> new TokenBudget(800, 800)).isInstanceOf(IllegalArgumentException.class);
    }

    /** OpenAI's count: three tokens for each message plus its role and text, and three for the start of the answer. */
    private static int counted(Prompt prompt) {
        return 3 + prompt.messages().stream().mapToInt(message -> 4 + ENCODING.countTokensOrdinary(message.text()))
                .sum();
    }
}
