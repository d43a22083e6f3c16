package dev.parley.api.openai;

import static dev.parley.api.openai.ProgramPrompts.message;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our own wordings of the prompts that chat programs send by themselves, each modelled on a real one. */
class ClientTaskTest {
    private static final List<String> BEFORE = List.of("How long may I return shoes?");

    @ParameterizedTest
    @CsvSource(delimiter = '¦', value = {
            "### Task:\\nGive this chat a title of 3 to 5 words with an emoji, as JSON {\"title\": \"…\"}.\\n### Chat History:\\nUSER: How long may I return shoes?\\nASSISTANT: You have 30 days.¦{\"title\": \"How long may I return shoes\"}",
            "### Task:\\nGive one to three tags for this chat, as JSON {\"tags\": []}.\\n### Chat History:\\nUSER: x¦{\"tags\": [\"Post\"]}",
            "### Task:\\nSuggest three follow-up questions that the user might ask next. JSON: { \"follow_ups\": [\"Q1\", \"Q2\"] }\\n<chat_history>\\nUSER: x\\n</chat_history>¦{\"follow_ups\": [\"Post\"]}",
            "### Task:\\nDecide from the chat history whether search queries are needed. Return {\"queries\": [\"a\"]}¦{\"queries\": [\"How long may I return shoes?\"]}",
            "### Task:\\nYou are an autocompletion system. Continue the text. Reply as JSON { \"text\": \"<completion>\" }\\nchat¦{\"text\": \"\"}",
            "Detect the language and write a very short title for this conversation in it. Title in 5 words or less. No punctuation.\\n||>User:\\nWhere is my parcel?\\n||>Assistant:\\nOn its way.¦Where is my parcel",
            "Provide a title of at most 5 words for the conversation. Only return the title.\\n\\nUser: Where is my parcel?¦Where is my parcel",
            "Please create a four word title for our conversation, without any punctuation.¦How long may I return shoes",
            "Summarize the discussion in 200 words or less, for later.¦How long may I return shoes?",
            "Based on the chat history, give this chat a name. Keep it short: 10 characters at most, no quotes.¦How long may I return shoes",
            "使用四到五个字返回这个对话的简要主题，不要解释¦How long may I return shoes",
            "Reply with only one emoji for this conversation, as JSON {\"emoji\": \"x\"}¦{\"emoji\": \"💬\"}"})
    void programsQuestion_isAnsweredInItsForm(String question, String answer) {
        ClientTask task = ClientTask.of(lines("", BEFORE, question.replace("\\n", "\n")));

        assertThat(requireNonNull(task).answer(List.of("Post"))).isEqualTo(answer);
    }

    private static OpenAiLines lines(String system, List<String> before, String question) {
        List<OpenAiRequest.Message> messages = new ArrayList<>();
        if (!system.isEmpty()) {
            messages.add(message("system", system));
        }
        before.forEach(said -> {
            messages.add(message("user", said));
            messages.add(message("assistant", "You have 30 days."));
        });
        messages.add(message("user", question));
        return OpenAiLines.of(List.copyOf(messages));
    }

    /** Half of the prompts were held out while the rule was built; field.md has the first result on them. */
    @ParameterizedTest
    @MethodSource("dev.parley.api.openai.ProgramPrompts#programs")
    void programsPrompt_isTaken(ProgramPrompts.Prompt prompt) {
        ClientTask task = requireNonNull(ClientTask.of(prompt.lines()));

        assertThat(task.made()).hasToString(prompt.made());
        assertThat(task.answer(List.of("Post"))).contains(prompt.contains().asText(""));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void customersQuestions_areTheirs(boolean kept) {
        List<String> questions = ProgramPrompts.customers(kept);

        assertThat(questions).hasSizeGreaterThan(90)
                .allMatch(question -> ClientTask.of(lines("", List.of(), question)) == null)
                .allMatch(question -> ClientTask.of(lines("", BEFORE, question)) == null);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.api.openai.ProgramPrompts#systems")
    void customersQuestionUnderShopsOwnOrders_isTheirs(String system) {
        for (String question : List.of("Where is my parcel?", "And when?", "Summarize my order in one line")) {
            assertThat(ClientTask.of(lines(system, List.of(), question))).isNull();
            assertThat(ClientTask.of(lines(system, BEFORE, question))).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', value = {"{\"title\": \"…\"}¦{\"title\": \"a\\\"b\"}",
            "a JSON array of strings¦[\"a\\\"b\"]",
            "inside the `question` XML block¦<question>\\na\"b\\n</question>", "in five words¦a\"b",
            "{\"Reasoning\": \"…\", \"Your Output\": \"…\"}¦{\"Your Output\": \"a\\\"b\"}"})
    void form_isTheOneThatIsAskedFor(String instruction, String answer) {
        assertThat(TaskForm.of(instruction).write("a\"b")).isEqualTo(answer.replace("\\n", "\n"));
    }

    @Test
    void severalAnswers_standInAListOrOnLines() {
        assertThat(TaskForm.of("{\"tags\": []}").write(List.of("a", "b"))).isEqualTo("{\"tags\": [\"a\", \"b\"]}");
        assertThat(TaskForm.of("three questions").write(List.of("a", "b"))).isEqualTo("a\nb");
        assertThat(TaskForm.of("as a JSON array").write(List.of())).isEqualTo("[]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"How long may I return shoes?", "Give this chat a name. 10 characters at most, please."})
    void lastLineOfAnAssistant_isNoQuestion(String question) {
        OpenAiLines lines = OpenAiLines.of(List.of(message("user", question), message("assistant", "Title:")));

        assertThat(lines.refusal()).isNotNull();
        assertThat(ClientTask.of(lines) == null).isEqualTo(question.startsWith("How"));
    }

    @Test
    void longTranscript_isNoCustomersMessage() {
        String transcript = ("User: Where is my parcel?\nAssistant: " + "It left our store. ".repeat(40) + "\n")
                .repeat(30);
        OpenAiLines lines = lines("", List.of(),
                "Name this conversation in 5 words, nothing else.\n\n" + transcript);

        assertThat(requireNonNull(lines.refusal()).code()).isEqualTo("text_too_long");
        assertThat(requireNonNull(ClientTask.of(lines)).answer(List.of())).isEqualTo("Where is my parcel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"User:", "\"", "```", "<chat>", "Question: ", "{\"role\":\"user\",\"content\":\"", "a.",
            "- ", "no ", "\\n"})
    void hostileRepetition_takesLittleTime(String part) {
        OpenAiLines hostile = lines(part.repeat(40_000), BEFORE,
                "{\"role\":\"user\",\"content\":\"" + part.repeat(40_000));

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            ClientTask.of(hostile);
        });
    }

    @Test
    void instructionInTheSystemsName_isTheProgramsAtTheBeginningAlone() {
        String system = "Generate a short title based on the first message that a user begins a conversation with.";

        ClientTask task = ClientTask.of(lines(system, List.of(), "Where is my parcel?"));

        assertThat(requireNonNull(task).answer(List.of())).isEqualTo("Where is my parcel");
        assertThat(ClientTask.of(lines(system, BEFORE, "Where is my parcel?"))).isNull();
    }
}
