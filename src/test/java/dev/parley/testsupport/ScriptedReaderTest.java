package dev.parley.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripted model's own answers to prompts. */
class ScriptedReaderTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REWRITER = "You prepare a search. Write one line of JSON:\n{\"question\": \"…\", \"language\": \"en\"}\n\nThe shop: Alder";
    private static final String RULES = "You answer from the entries. <<<entry 1>>> holds an entry.\nIf you have no such functions, write\nNO_ANSWER\n";
    private static final String ENTRIES = """
            <<<entry 1>>>
            Question: Is the Nimbus jacket waterproof?
            Answer: Yes, in hours of heavy rain.
            <<<end entry 1>>>
            <<<entry 2>>>
            Question: How do I return something?
            Answer: Print the free label
            and send it.
            <<<end entry 2>>>
            """;

    private static JsonNode request(String system, String... messages) {
        var list = JSON.createArrayNode();
        list.add(message("system", system));
        for (String message : messages) {
            list.add(message.startsWith("bot:") ? message("assistant", message) : message("user", message));
        }
        return JSON.createObjectNode().set("messages", list);
    }

    private static JsonNode message(String role, String content) {
        return JSON.createObjectNode().put("role", role).put("content", content);
    }

    private static JsonNode offering(JsonNode request, String function, String choice) {
        return ((ObjectNode) request.deepCopy()).put("tool_choice", choice).set("tools",
                JSON.valueToTree(List.of(Map.of("type", "function", "function", Map.of("name", function)))));
    }

    private static String visitor(String text) {
        return "<<<visitor>>>\n" + text + "\n<<<end visitor>>>\n";
    }

    private static JsonNode rewritten(String material) throws JsonProcessingException {
        JsonNode request = request(REWRITER, material);
        assertThat(Rewriting.isAskedFor(request)).isTrue();
        return JSON.readTree(text(Rewriting.to(request)));
    }

    private static String text(Reply reply) {
        return String.join("", reply.deltas);
    }

    private static String answer(JsonNode request) {
        return text(FaqAnswer.to(request, 0));
    }

    @Test
    void messageOfTheTable_isPutIntoEnglish() throws Exception {
        JsonNode rewritten = rewritten(
                "The open messages, oldest first:\n" + visitor("Wie lange kann ich die Schuhe zurückgeben?"));

        assertThat(rewritten.path("question").asText()).isEqualTo("How long can I return the shoes?");
        assertThat(rewritten.path("language").asText()).isEqualTo("de");
    }

    @Test
    void sameWordsAfterAnotherMessage_meanSomethingElse() throws Exception {
        String before = "The conversation so far, oldest message first:\n" + visitor("how much is shipping to germany?")
                + "<<<assistant>>>\n4.90\n<<<end assistant>>>\nThe open messages, oldest first:\n";

        assertThat(rewritten(before + visitor("and to Norway?")).path("question").asText())
                .isEqualTo("How much is shipping to Norway?");
        assertThat(
                rewritten("The open messages, oldest first:\n" + visitor("and to Norway?")).path("question").asText())
                .isEqualTo("and to Norway?");
    }

    @Test
    void wordsAboutAPage_areUnderstoodOnIt() throws Exception {
        String page = "<<<page>>>\nhttps://alderandpine.example/products/karst-38\n<<<end page>>>\n";

        assertThat(rewritten(page + "The open messages:\n" + visitor("is it waterproof?")).path("question").asText())
                .isEqualTo("Is the Karst 38 waterproof?");
        assertThat(rewritten("The open messages:\n" + visitor("is it waterproof?")).path("question").asText())
                .isEqualTo("is it waterproof?");
    }

    @Test
    void severalOpenMessages_becomeOneText() throws Exception {
        assertThat(rewritten("The open messages:\n" + visitor("hello there") + visitor("got a boat"))
                .path("question").asText()).isEqualTo("hello there? got a boat");
    }

    @ParameterizedTest
    @CsvSource({"ist das nicht, de", "防水吗？, zh", "防水ですか, ja", "방수, ko", "сколько, ru", "où est mon colis, fr",
            "xyz, en",
            "is it for the rain, en"})
    void language_isNamed(String message, String language) throws Exception {
        assertThat(rewritten("The open messages:\n" + visitor(message)).path("language").asText()).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {RULES + ENTRIES, "Write {\"question\": 7}", ""})
    void otherPrompts_areNotTakenForARewriters(String system) {
        assertThat(Rewriting.isAskedFor(request(system, "Hello"))).isFalse();
    }

    @Test
    void structuredOutputOfThatForm_isARewriters() throws Exception {
        JsonNode format = JSON.readTree(
                "{\"response_format\":{\"json_schema\":{\"schema\":{\"properties\":{\"question\":{},\"language\":{}}}}}}");

        assertThat(Rewriting.isAskedFor(format)).isTrue();
    }

    /** The golden files of the prompts. */
    private static JsonNode golden(String name) throws IOException {
        try (InputStream file = Objects
                .requireNonNull(ScriptedReaderTest.class.getResourceAsStream("/dev/parley/prompt/" + name))) {
            String[] parts = new String(file.readAllBytes(), StandardCharsets.UTF_8).split("===== USER\n", -1);
            return request(parts[0], Arrays.copyOfRange(parts, 1, parts.length));
        }
    }

    @Test
    void parleysOwnPrompts_areToldApart() throws Exception {
        assertThat(Rewriting.isAskedFor(golden("rewrite.txt"))).isTrue();
        assertThat(Rewriting.isAskedFor(golden("first-question.txt"))).isFalse();
        assertThat(answer(golden("first-question.txt"))).startsWith("You have **30 days** from delivery.")
                .endsWith(" [1]");
    }

    @Test
    void answer_isTheFirstEntryThatFits() {
        assertThat(answer(request(RULES + ENTRIES, visitor("can I return boots"))))
                .isEqualTo("Print the free label\nand send it. [2]");
    }

    @Test
    void severalQuestions_areAnsweredOneByOne() {
        assertThat(answer(request(RULES + ENTRIES, visitor("How do I return it? And is the jacket ok?"))))
                .isEqualTo("Print the free label\nand send it. [2]\n\nYes, in hours of heavy rain. [1]");
    }

    @Test
    void foreignQuestion_isUnderstoodByTheTable() {
        assertThat(answer(request(RULES + ENTRIES, visitor("is the trailwind ok in wet weather?"), "bot: No.",
                visitor("and the jacket?")))).isEqualTo("Yes, in hours of heavy rain. [1]");
    }

    @Test
    void questionThatNoEntryFits_endsByTheFunction() {
        JsonNode request = offering(request(RULES + ENTRIES, visitor("do you sell umbrellas?")), "no_answer", "auto");

        Reply reply = FaqAnswer.to(request, 0);

        assertThat(reply.toolCall).isTrue();
        assertThat(reply.toolName).isEqualTo("no_answer");
        assertThat(text(reply)).isEmpty();
    }

    @Test
    void withoutThatFunction_itEndsByTheMarkThatThePromptNames() {
        JsonNode request = request(RULES + ENTRIES, visitor("do you sell umbrellas?"));

        assertThat(answer(request)).isEqualTo("NO_ANSWER");
        assertThat(answer(offering(request, "no_answer", "none"))).isEqualTo("NO_ANSWER");
        assertThat(answer(offering(request, "order_status", "auto"))).isEqualTo("NO_ANSWER");
        assertThat(answer(request(ENTRIES, visitor("do you sell umbrellas?")))).contains("person");
    }

    @Test
    void entriesOutsideOfTheSystemMessage_areAnsweredByTheFirst() {
        assertThat(answer(request("Write a draft.", ENTRIES + "Write the draft now.")))
                .isEqualTo("Yes, in hours of heavy rain. [1]");
    }

    @ParameterizedTest
    @CsvSource({"deliver, delivery, true", "refund, refunds, true", "card, care, false", "order, border, false"})
    void formsOfAWord_areTheSame(String one, String other, boolean same) {
        assertThat(ContentWords.has(List.of(one), other)).isEqualTo(same);
    }

    @Test
    void scriptsWithoutSpaces_areComparedByPairs() {
        assertThat(ContentWords.of("防水吗? the Karst")).containsExactly("防水", "水吗", "karst");
    }
}
