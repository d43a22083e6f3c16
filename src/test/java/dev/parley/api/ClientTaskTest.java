package dev.parley.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our own wordings of what chat programs ask for themselves, each after one that is used. */
class ClientTaskTest {
    private static final List<String> BEFORE = List.of("How long may I return shoes?");

    @ParameterizedTest
    @CsvSource(delimiter = '¦', value = {
            "### Task:\\nGive this chat a title of 3 to 5 words with an emoji, as JSON {\"title\": \"…\"}.\\n### Chat History:\\nUSER: How long may I return shoes?\\nASSISTANT: You have 30 days.¦{\"title\": \"How long may I return shoes\"}",
            "### Task:\\nGive one to three tags for this chat, as JSON {\"tags\": []}.\\n### Chat History:\\nUSER: x¦{\"tags\": []}",
            "### Task:\\nSuggest three follow-up questions that the user might ask next. JSON: { \"follow_ups\": [\"Q1\", \"Q2\"] }\\n<chat_history>\\nUSER: x\\n</chat_history>¦{\"follow_ups\": []}",
            "### Task:\\nDecide from the chat history whether search queries are needed. Return {\"queries\": [\"a\"]}¦{\"queries\": []}",
            "### Task:\\nYou are an autocompletion system. Continue the text. Reply as JSON { \"text\": \"<completion>\" }\\nchat¦{\"text\": \"\"}",
            "Detect the language and write a very short title for this conversation in it. Title in 5 words or less. No punctuation.\\n||>User:\\nWhere is my parcel?\\n||>Assistant:\\nOn its way.¦Where is my parcel",
            "Provide a title of at most 5 words for the conversation. Only return the title.\\n\\nUser: Where is my parcel?¦Where is my parcel",
            "Please create a four word title for our conversation, without any punctuation.¦How long may I return shoes",
            "Summarize the discussion in 200 words or less, for later.¦How long may I return shoes?",
            "Based on the chat history, give this chat a name. Keep it short: 10 characters at most, no quotes.¦How long may I return shoes",
            "使用四到五个字返回这个对话的简要主题，不要解释¦How long may I return shoes",
            "Reply with only one emoji for this conversation, as JSON {\"emoji\": \"x\"}¦{\"emoji\": \"💬\"}"})
    void programsQuestion_isAnsweredInItsForm(String question, String answer) {
        ClientTask task = ClientTask.of(question.replace("\\n", "\n"), BEFORE, List.of());

        assertThat(requireNonNull(task).answer()).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"How long may I return shoes?", "Can I have a summary of our conversation by mail?",
            "What is the title of the book in the window?", "Please name the person that I talk to",
            "Do you have emoji mugs?",
            "Can you send me the chat?", "I have a follow-up question about my order",
            "Create a label for my return, please",
            "Write my name on the tag, no quotes", "Is there a thread about this in your forum? Give me the name.",
            "Your chat is too slow. Generate an answer in two words!", "Which tags have your shirts? Give 3 words.",
            "### My problems:\n1. no parcel\n2. no answer", "User: anna, title: Mrs, where is my order?",
            "Gib mir bitte den Titel des Films aus dem Gespräch"})
    void customersQuestion_isOne(String question) {
        assertThat(ClientTask.of(question, BEFORE, List.of("You are a kind shop. Keep the conversation short.")))
                .isNull();
    }

    @Test
    void instructionInTheSystemsName_isTheProgramsAtTheBeginningAlone() {
        List<String> system = List
                .of("Generate a short title based on the first message that a user begins a conversation with.");

        ClientTask task = ClientTask.of("Where is my parcel?", List.of(), system);

        assertThat(requireNonNull(task).answer()).isEqualTo("Where is my parcel");
        assertThat(ClientTask.of("Where is my parcel?", BEFORE, system)).isNull();
    }
}
