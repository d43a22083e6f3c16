package dev.parley.api.openai;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Prompts that programs send by themselves, and questions of customers, reworded from real ones. Half of each was used
 * to build the rule, half was held out to measure it.
 */
final class ProgramPrompts {
    static final ObjectMapper JSON = new ObjectMapper();

    record Prompt(String half, String made, JsonNode contains, List<OpenAiRequest.Message> messages) {
        OpenAiLines lines() {
            return OpenAiLines.of(List.copyOf(messages));
        }
    }

    private ProgramPrompts() {}

    static List<Prompt> programs() {
        return lines("programs.jsonl").stream().map(ProgramPrompts::prompt).toList();
    }

    private static Prompt prompt(String line) {
        try {
            JsonNode prompt = JSON.readTree(line);
            return new Prompt(prompt.path("half").asText(), prompt.path("made").asText(), prompt.path("contains"),
                    prompt.path("messages").valueStream()
                            .map(message -> message(message.path("role").asText(), message.path("content").asText()))
                            .toList());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static OpenAiRequest.Message message(String role, String text) {
        return new OpenAiRequest.Message(role, JSON.getNodeFactory().textNode(text));
    }

    /** @param kept whether to return the half that was held out */
    static List<String> customers(boolean kept) {
        List<String> all = lines("customers.txt");
        int mark = all.indexOf("# kept");
        return (kept ? all.subList(mark + 1, all.size()) : all.subList(1, mark)).stream()
                .map(line -> line.replace("\\n", "\n")).toList();
    }

    /** System prompts that shops' own programs use to have a model answer customers. */
    static List<String> systems() {
        return lines("systems.txt").stream().map(line -> line.replace("\\n", "\n")).toList();
    }

    private static List<String> lines(String file) {
        try (InputStream in = ProgramPrompts.class.getResourceAsStream("/clients/" + file)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
