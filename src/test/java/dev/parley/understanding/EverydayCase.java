package dev.parley.understanding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/** A conversation of the everyday set, whose last turn is judged. The README beside the data describes the fields. */
record EverydayCase(String id, String kind, String lang, List<Turn> turns, @Nullable String locale,
        Expectation expect) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param quick whether the next message is sent before the answer to this one */
    record Turn(String text, @Nullable String page, boolean quick) {}

    /**
     * The acceptable results.
     *
     * @param entries any of these, by question; for `not_person` those that are correct although they are about persons
     * @param parts for several questions in one message: any entry of each
     */
    record Expectation(Outcome outcome, List<String> entries, List<List<String>> parts) {
        Expectation(@JsonProperty("outcome") Outcome outcome, @JsonProperty("entries") @Nullable List<String> entries,
                @JsonProperty("parts") @Nullable List<List<String>> parts) {
            this.outcome = outcome;
            this.entries = entries == null ? List.of() : List.copyOf(entries);
            this.parts = parts == null ? List.of() : List.copyOf(parts);
        }
    }

    enum Outcome {
        /** Answered from one of the entries. */
        @JsonProperty("entry")
        ENTRY,
        /** Not answered: the bot says that it does not know, asks back, or offers a person. */
        @JsonProperty("refused")
        REFUSED,
        @JsonProperty("person")
        PERSON,
        /** Answered with small talk. */
        @JsonProperty("small_talk")
        SMALL_TALK,
        /** Neither handed over nor told how to reach a person. */
        @JsonProperty("not_person")
        NOT_PERSON,
        /** No entry is used, nothing is repeated, and nothing is handed over. Silence is fine. */
        @JsonProperty("no_repeat")
        NO_REPEAT
    }

    /** @param half `tune` or `report` */
    static List<EverydayCase> half(String half) {
        try (InputStream data = EverydayCase.class.getResourceAsStream("/everyday/" + half + ".jsonl");
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(data, half), StandardCharsets.UTF_8))) {
            return lines.lines().map(EverydayCase::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EverydayCase read(String line) {
        try {
            return JSON.readValue(line, EverydayCase.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(line, e);
        }
    }
}
