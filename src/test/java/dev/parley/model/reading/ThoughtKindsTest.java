package dev.parley.model.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Markers of thoughts, by model family, and answers that only resemble them. */
class ThoughtKindsTest {
    private static final String SECRET = "SECRETHINT";
    private static final String ANSWER = "There is time.\n\nYou may send it back.";

    private final List<String> spoken = new ArrayList<>();

    private Thoughts hear(String text, boolean cut, int size) {
        spoken.clear();
        Thoughts thoughts = new Thoughts(false, spoken::add, call -> {});
        int[] characters = text.codePoints().toArray();
        for (int at = 0; at < characters.length; at += size) {
            thoughts.accept(new String(characters, at, Math.min(size, characters.length - at)));
        }
        thoughts.end(cut);
        return thoughts;
    }

    private String text() {
        return String.join("", spoken);
    }

    static Stream<Arguments> marks() {
        return Stream.of("<think>…</think>", "<thinking>…</thinking>", "<antThinking>…</antThinking>",
                "<thinking>…</thinking>", "<analysis>…</analysis>", "<plan>…</plan>", "<planning>…</planning>",
                "<reflection>…</reflection>", "<scratchpad>…</scratchpad>", "<inner_monologue>…</inner_monologue>",
                "<innerMonologue>…</innerMonologue>", "<thought_process>…</thought_process>", "<cot>…</cot>",
                "<chain_of_thought>…</chain_of_thought>", "<internal>…</internal>", "<reason>…</reason>",
                "<brainstorm>…</brainstorm>", "<rationale>…</rationale>", "<self_reflection>…</self_reflection>",
                "<search_quality_reflection>…</search_quality_reflection>", "<deliberation>…</deliberation>",
                "<draft>…</draft>", "<思考>…</思考>", "<gedanken>…</gedanken>", "<réflexion>…</réflexion>",
                "<o1_thoughts>…</o1_thoughts>", "<cognition>…</cognition>", "<<think>>…<</think>>",
                "((thinking))…((/thinking))",
                "[Thinking:…]\n", "(thinking:…)\n", "*thinks:…*\n", "[Internal note:…]\n",
                "```xml\n<think>…</think>\n```\n",
                "```thinking\n…\n```", "【思考过程】…【回答】", "<think>\n…\n<answer>",
                "Internal thoughts: …\nReply to the customer:",
                "Note to self: …\nAnswer:", "<details open><summary><b>My reasoning</b></summary>…</details>",
                "<details type=\"reasoning\" done=\"true\" duration=\"5\">\n<summary>Thought for 5 seconds</summary>…</details>",
                "<details type='reasoning'>…</details>", "<details><summary>Thinking</summary>…</details>",
                "<details class=\"thinking\">…</details>", "＜think＞…＜/think＞", "‹thinking›…‹/thinking›",
                "◁think▷…◁/think▷", "〈think〉…〈/think〉", "⟨think⟩…⟨/think⟩", "《think》…《/think》", "【思考】…【/思考】",
                "[THINK]…[/THINK]", "[thinking]…[/thinking]", "[START THINKING]…[END THINKING]",
                "{{thinking}}…{{/thinking}}",
                "(thinking)…(/thinking)", "<|begin_of_thought|>…<|end_of_thought|>",
                "<|START_THINKING|>…<|END_THINKING|>",
                "<|think|>…<|/think|>", "<｜think｜>…<｜/think｜>", "<think_start>…<think_end>", "<think>…<\\think>",
                "&lt;analysis&gt;…&lt;/analysis&gt;", "<unused94>thought…<unused95>", "<!-- thinking:…-->", "<!--…-->",
                "```thinking\n…\n```\n", "```think\n…\n```\n", "~~~reasoning\n…\n~~~\n", "````scratchpad\n…\n````\n",
                "<|channel|>analysis<|message|>…<|end|><|start|>assistant<|channel|>final<|message|>",
                "<|start|>assistant<|channel|>analysis<|message|>…<|end|><|start|>assistant<|channel|>final <|constrain|>text<|message|>",
                "Here is my thought process:…Here is my response:", "**Thinking:** …**Answer:**",
                "**Thinking**\n…\n**Answer**\n",
                "### Thinking\n…\n### Answer\n", "Thought: …\nFinal Answer:", "*Thinking...*\n…\n**Final answer:**",
                "💭 Thinking:\n…\n✅ Answer:", "**Thought Process:**\n…\n**Response:**", "Reasoning: …\nAnswer:",
                "**Analysis:** …\n\n**Answer:**", "**Plan:** …\n\n**Final Answer:**",
                "=== Thinking ===\n…\n=== Answer ===\n",
                "**Gedankengang:**\n…\n**Antwort:**", "思考过程：…\n回答：", "> 💭 Thinking\n> …\n\n",
                "*Thinking...*\n\n> …\n\n", "**Thinking:** …\n\n---\n").map(
                        each -> Arguments.of(
                                each.substring(0, each.indexOf('…')), each.substring(each.indexOf('…') + 1)));
    }

    @ParameterizedTest
    @MethodSource("marks")
    void thoughtsBetweenMarks_areNotSaid(String from, String to) {
        for (int size : new int[]{1, 3, 7, 1000}) {
            hear(from + " The " + SECRET + " is kept. " + to + ANSWER, false, size);

            assertThat(text().strip()).as("in pieces of %d", size).isEqualTo(ANSWER);
        }
    }

    @ParameterizedTest
    @MethodSource("marks")
    void thoughtsThatAreCut_leaveNothing(String from, String to) {
        // "Plan" may be a product, too.
        if (!from.startsWith("**Plan")) {
            for (int size : new int[]{1, 5, 1000}) {
                Thoughts thoughts = hear(from + " The " + SECRET + " is kept, so", true, size);

                assertThat(text().strip()).isEmpty();
                assertThat(thoughts.heard()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("marks")
    void thoughtsThatBeginLikeSome_endAtTheirMark(String from, String to) {
        if (to.contains("<!--") || to.contains("--") || to.isBlank()
                || to.matches("(?s).*(?:esponse:|[\\])*]\\n|</think>\\n```\\n)")) {
            return;
        }
        for (int size : new int[]{1, 1000}) {
            hear("Okay, the user wants " + SECRET + ". " + to + ANSWER, false, size);

            assertThat(text().strip()).isEqualTo(ANSWER);
        }
    }

    static Stream<Arguments> tags() {
        return marks().filter(each -> !each.get()[1].toString().matches("(?s).*(?:回答】|<answer>)"))
                .filter(each -> each.get()[1].toString().matches("(?s)\\s*(?:[<＜‹◁〈⟨《&\\[【].*|Here is my .*)"));
    }

    @ParameterizedTest
    @MethodSource("tags")
    void thoughtsThatLookLikeAnAnswer_areALeakAtTheirMark(String from, String to) {
        assertThat(hear("Shoes: " + SECRET + ". Reply kindly." + to + ANSWER, false, 4).leaked()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Use the `<think>` tag for that.", "Use `<think>…</think>` for that.",
            "Use the <think> tag for that.", "Put it between <think> and </think> tags.",
            "Between <thinking> … </thinking> it stands.", "The tag </think> closes it.", "It ends with </think>.",
            "Like so:\n```\n<think>a</think>\n```\nThat is all.",
            "Like so:\n\n```html\n<plan>a</plan>\n<analysis>\n```\n",
            "Type `x = <analysis>y</analysis>` there.", "The `</think>` mark.", "``<think>``",
            "**Plan:** Basic, with 5 items.\n\n**Price:** see below.", "**Plan:** Premium\n**Response:** within a day",
            "## Plan\n1. Pack it.\n2. Send it.", "**Analysis:** we test every stone.", "Plan: pack it.",
            "<details><summary>How we think</summary>A</details>\nThat is all.",
            "<details><summary>Sizes</summary>36 to 48</details>\nThat is all.",
            "Sizes:\n<details>\n<summary>All</summary>\n36\n</details>\nThat is all.", "Reply with <plan> or <reason>.",
            "Choose <reason> in the menu and send it.", "Thinking about returns? There is time.",
            "Write to us:\n<order number>\n<reason>\nThat is all.", "Here is the answer: there is time.",
            "You asked. Here is the answer: there is time.", "**Question:** When?\n**Answer:** Now.",
            "Answer: now.", "a < b, x > y & z", "«Plan» is what we call it.", "[Plan B](https://x/y) is ours.",
            "(See below.) Fine.", "{name}, hello.", "> Quoted\n\nFine.", "Final answer: yes.",
            "```\ncode\n```\nFine.", "~5 kg. Here is my advice: rest.", "The reasoning: simple.",
            "*Note:* fine.", "[Note] We are closed.", "(Plan) Basic.", "Use \"<think>\" for that.",
            "Use '<think>' for that.", "The mark \"</think>\" ends it.", "Use \"<think>\" and \"</think>\".",
            "Use **<think>** here.", "It is (<think>) there.", "\\<think\\> is one.", "—", "I think so.",
            "Analysis of stones is free."})
    void answer_isSaidWhateverItMentions(String answer) {
        for (int size : new int[]{1, 4, 1000}) {
            Thoughts thoughts = hear(answer, false, size);

            assertThat(text()).isEqualTo(answer);
            assertThat(thoughts.leaked()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"**Plan:** Basic, with 5 items and", "## Plan\n1. Pack it",
            "<details><summary>Sizes</summary>36",
            "Use `<think>` for", "You may choose <plan> in", "Put it between <think> and </think> tags, then"})
    void answerThatIsCut_keepsWhatItMentions(String answer) {
        for (int size : new int[]{1, 1000}) {
            hear(answer, true, size);

            assertThat(text()).isEqualTo(answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"There is time.\n<think>SECRETHINT</think>\nYes.",
            "There is time. <think>SECRETHINT</think>Yes.",
            "There is <think>so SECRETHINT it is</think>time.",
            "There is time.\n\n<reflection>\nSECRETHINT\n</reflection>\nYes.",
            "There is time.\n```thinking\nSECRETHINT\n```\nYes.", "There is time. <!-- SECRETHINT -->Yes.",
            "There is time.\n<details type=\"reasoning\">SECRETHINT</details>\nYes."})
    void thoughtsInTheMiddle_areTakenOut(String answer) {
        for (int size : new int[]{1, 4, 1000}) {
            hear(answer, false, size);

            assertThat(text()).startsWith("There is ").contains("time.").doesNotContain(SECRET, "think", "<");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"thinking\":\"SECRETHINT\",\"answer\":\"Yes.\"}",
            "{\"reasoning\": \"SECRETHINT\", \"response\": \"Yes.\"}",
            "```json\n{\"analysis\":[\"SECRETHINT\"],\"final_answer\":\"Yes.\"}\n```",
            "{\n  \"thought\": {\"a\":\"SECRETHINT\"},\n  \"message\": \"Yes.\"\n}"})
    void thoughtsInAField_areLeftOut(String answer) {
        for (int size : new int[]{1, 1000}) {
            hear(answer, false, size);
            assertThat(text()).isEqualTo("Yes.");
            hear(answer.substring(0, answer.length() - 12), true, size);
            assertThat(text()).doesNotContain(SECRET);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"answer\":\"Yes.\"}", "{\"sizes\":[1]}", "```json\n{\"a\":1}\n```", "{\"plans\": 3}"})
    void otherFields_areSaidAsTheyAre(String answer) {
        hear(answer, false, 1);
        assertThat(text()).isEqualTo(answer);
    }

    @Test
    void answer_isSaidPieceByPieceAgainAfterWhatLooksLikeAMark() {
        spoken.clear();
        Thoughts thoughts = new Thoughts(false, spoken::add, call -> {});
        for (String piece : List.of("Use ", "`<think>`", " so", ". It", " is <b>", "bold</b>", " and < 5", " kg",
                ".")) {
            thoughts.accept(piece);
        }

        assertThat(spoken).containsExactly("Use ", "`<think>`", " so", ". It", " is <b>", "bold</b>", " and < 5", " kg",
                ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<thin", "<details type=\"reas", "```thin", "Here is my thou", "**Think", "[THIN",
            "<|begin_of_th"})
    void halfAMarkThatIsCut_isNotShown(String half) {
        for (String before : List.of("", "There is time.\n")) {
            if (before.isEmpty() || "<[`".indexOf(half.charAt(0)) >= 0) {
                hear(before + half, true, 3);
                assertThat(text()).isEqualTo(before);
            }
        }
    }

    @Test
    void longThoughts_areHeardToTheirEnd() {
        for (String line : List.of("> so it is SECRETHINT\n", "so it is. SECRETHINT\n")) {
            hear("*Thinking...*\n\n" + line.repeat(4_000) + "\n**Answer:** Yes.", false, 40);
            assertThat(text()).isEqualTo("Yes.");
        }
    }
}
