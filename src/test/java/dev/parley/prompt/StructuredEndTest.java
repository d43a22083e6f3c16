package dev.parley.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.prompt.StructuredEnd.HandOff;
import dev.parley.prompt.StructuredEnd.NoAnswer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StructuredEndTest {
    @Test
    void functions_areReadWithTheirArguments() {
        assertThat(StructuredEnd.ofCall("no_answer", "")).isEqualTo(new NoAnswer());
        assertThat(StructuredEnd.ofCall("hand_over", "{\"reason\":\"Wants a\\nperson\",\"summary\":\"Parcel lost.\"}"))
                .isEqualTo(new HandOff("Wants a person", "Parcel lost."));
        assertThat(StructuredEnd.ofCall("order_status", "{}")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "{\"reason\":{}}", "{\"why\":\"x\"}"})
    void handoffWithUnreadableArguments_isAcceptedWithoutReason(String arguments) {
        assertThat(StructuredEnd.ofCall("hand_over", arguments)).isEqualTo(new HandOff("", ""));
    }

    @Test
    void endlessReason_isCut() {
        assertThat(StructuredEnd.ofText("HAND_OVER: " + "why ".repeat(500)))
                .isInstanceOfSatisfying(HandOff.class, end -> assertThat(end.reason()).hasSizeLessThan(201)
                        .endsWith("why…"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"~NO_ANSWER~", "~\n\n  NO_ANSWER \r\nSorry about that.~",
            "~**NO_ANSWER**~", "~`NO_ANSWER`.~", "~no_answer~", "~[NO_ANSWER]~", "~no_answer()~", "~(no_answer)~",
            "~functions.no_answer~", "~`no_answer()`~", "~NO_ANSWER()~", "~<no_answer>~", "~I do not know.\nNO_ANSWER~",
            "~I do not know.\n\nno_answer\n~", "~Sorry.\n**NO_ANSWER**\nBye~"})
    void lineNoAnswer_isThatEnd(String text) {
        assertThat(StructuredEnd.ofText(text)).isEqualTo(new NoAnswer());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"~HAND_OVER: wants a person~ | ~wants a person~",
            "~**HAND_OVER**: 想找人工~ | ~想找人工~", "~HAND_OVER:\nI will fetch somebody.~ | ~~", "~HAND_OVER~ | ~~",
            "~[HAND_OVER]~ | ~~", "~hand_over: angry~ | ~angry~", "~hand_over()~ | ~~",
            "~[HAND_OVER]: angry~ | ~angry~", "~One moment.\nHAND_OVER: angry~ | ~angry~"})
    void lineThatHandsOff_isAHandoffWithItsReason(String text, String reason) {
        assertThat(StructuredEnd.ofText(text)).isEqualTo(new HandOff(reason, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "No answer", "No_answer", "I do not know. Shall I fetch a person?", "Sure. NO_ANSWER",
            "Our no_answer policy", "no answer", "Hand over", "hand_overs",
            "NO_ANSWER is what I would say", "The word NO_ANSWER", "HAND_OVER the parcel at the shop", "HAND_OVERS: x",
            "I am handing you over to a person now."})
    void allElse_isAnAnswer(String text) {
        assertThat(StructuredEnd.ofText(text)).isNull();
    }

    @Test
    void offeredParameters_areSchemasOfObjects() throws JsonProcessingException {
        for (StructuredEnd.Offer offer : StructuredEnd.OFFERS) {
            JsonNode schema = new ObjectMapper().readTree(offer.parameters());

            assertThat(schema.path("type").asText()).isEqualTo("object");
            assertThat(schema.path("additionalProperties").isBoolean()).isTrue();
            assertThat(StructuredEnd.ofCall(offer.name(), "{}")).isNotNull();
        }
    }

    @Test
    void answer_isHeldForNoLongerThanItMayBeAnEnd() {
        FirstLine.Step first = FirstLine.unread().accept("N");
        FirstLine.Step second = first.next().accept("o, ");
        FirstLine.Step third = second.next().accept("NO_ANSWER");

        assertThat(first.shown()).isEmpty();
        assertThat(second.shown()).isEqualTo("No, ");
        assertThat(third.shown()).isEqualTo("NO_ANSWER");
        assertThat(FirstLine.unread().accept("You").shown()).isEqualTo("You");
    }

    @Test
    void laterLine_isHeldForNoLongerThanItMayBeAnEnd() {
        FirstLine.Step first = FirstLine.unread().accept("I do not know.\nN");
        FirstLine.Step second = first.next().accept("ot yet");
        FirstLine.Step third = first.next().accept("O_ANSWER");

        assertThat(first.shown()).isEqualTo("I do not know.\n");
        assertThat(second.shown()).isEqualTo("Not yet");
        assertThat(third.shown()).isEmpty();
        assertThat(third.next().end().end()).isEqualTo(new NoAnswer());
        assertThat(third.next().accept("\nBye").end()).isEqualTo(new NoAnswer());
    }

    /** The seed is the repetition's number, so that a failure can be reproduced. */
    @RepeatedTest(300)
    void anyCut_tellsTheSame(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String[] texts = {"NO_ANSWER", "NO_ANSWER\nSorry", "One\nTwo\n\nNot three\n", "[1] One\n[no",
                "functional\nfun\n", "\n HAND_OVER: wants a person\nBye", "NO_ANSWER, but", "No.",
                "**HAND_OVER:** angry", "HAND_OVER", "N", " ", "Nothing. NO_ANSWER", "*NO* way", "HAND_OVER it"};
        String text = texts[random.nextInt(texts.length)];

        StringBuilder shown = new StringBuilder();
        FirstLine line = FirstLine.unread();
        StructuredEnd end = null;
        for (int at = 0; at < text.length();) {
            int to = Math.min(text.length(), at + 1 + random.nextInt(4));
            FirstLine.Step step = line.accept(text.substring(at, to));
            shown.append(step.shown());
            end = either(end, step.end());
            line = step.next();
            at = to;
        }
        FirstLine.Step last = line.end();

        StructuredEnd whole = StructuredEnd.ofText(text);
        assertThat(either(end, last.end())).as(text).isEqualTo(whole);
        assertThat(shown + last.shown()).as(text).isEqualTo(whole == null ? text : "");
    }

    private static @Nullable StructuredEnd either(@Nullable StructuredEnd one, @Nullable StructuredEnd other) {
        return one == null ? other : one;
    }
}
