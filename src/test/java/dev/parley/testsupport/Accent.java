package dev.parley.testsupport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/** How a server that deviates from the protocol formats a {@link Reply}. The defaults follow the protocol. */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public final class Accent {
    /** How a stream distinguishes several calls. */
    public enum Calls {
        INDEXED,
        ALL_INDEX_0,
        NO_INDEX,
        NO_INDEX_NO_IDS,
        ALL_IN_ONE_CHUNK,
        ALL_IN_ONE_CHUNK_NO_INDEX,
        CHANGING_IDS,
        SAME_ID,
        SENT_TWICE,
        OBJECT_ARGUMENTS
    }

    /** Where thoughts are: in the text with both markers or only one, or in a separate field. */
    public enum Thoughts {
        MARKED, NO_START, NO_END, PARTS, REASONING_CONTENT, REASONING
    }

    /** How it signals the end. */
    public enum Finish {
        ONCE, TEXT_NULL_UNTIL_THEN, TWICE, IN_EVERY_CHUNK
    }

    /** Where it reports usage. */
    public enum Counts {
        AT_THE_END, IN_EVERY_CHUNK, AFTER_DONE, IN_THE_CHOICE
    }

    Calls calls = Calls.INDEXED;
    /** Thoughts before the answer. */
    @Nullable
    String aloud;
    Thoughts thoughts = Thoughts.MARKED;
    String from = "<think>";
    String to = "</think>";
    /** The content is a list of parts instead of a string. */
    boolean parts;
    Finish finish = Finish.ONCE;
    Counts counts = Counts.AT_THE_END;
    /** Prompt, completion, total and reasoning tokens, instead of counted words. */
    List<Integer> tokens = List.of();
    boolean numbersAsText;
    /** Leaves out ids, roles and other optional fields. */
    boolean bare;

    public Accent calls(Calls style) {
        calls = style;
        return this;
    }

    public Accent thinking(Thoughts where, String text) {
        thoughts = where;
        aloud = text;
        return this;
    }

    public Accent markedBy(String before, String after) {
        from = before;
        to = after;
        return this;
    }

    public Accent inParts() {
        parts = true;
        return this;
    }

    public Accent finish(Finish style) {
        finish = style;
        return this;
    }

    public Accent counts(Counts where, int prompt, int completion, int reasoning) {
        counts = where;
        tokens = List.of(prompt, completion, prompt + completion, reasoning);
        return this;
    }

    public Accent numbersAsText() {
        numbersAsText = true;
        return this;
    }

    public Accent bare() {
        bare = true;
        return this;
    }

    /** Text before the answer, split at the markers, as tokens are. */
    List<String> thoughtsInText() {
        if (aloud == null) {
            return List.of();
        }
        return switch (thoughts) {
            case MARKED -> pieces(from + "\n" + aloud + "\n" + to + "\n\n");
            case NO_START -> pieces(aloud + "\n" + to + "\n\n");
            case NO_END -> pieces(from + "\n" + aloud);
            case PARTS, REASONING_CONTENT, REASONING -> List.of();
        };
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        for (int at = 0; at < text.length(); at += 5) {
            pieces.add(text.substring(at, Math.min(text.length(), at + 5)));
        }
        return pieces;
    }

    /** A delta or message fields with thoughts in a separate field; empty without thoughts. */
    Map<String, Object> thoughtsApart() {
        if (aloud == null) {
            return Map.of();
        }
        return switch (thoughts) {
            case MARKED, NO_START, NO_END -> Map.of();
            case PARTS -> Map.of("content", List.of(
                    Map.of("type", "thinking", "thinking", List.of(Map.of("type", "text", "text", aloud)))));
            case REASONING_CONTENT -> Map.of("reasoning_content", aloud);
            case REASONING -> Map.of("reasoning", aloud, "reasoning_details",
                    List.of(Map.of("type", "reasoning.text", "text", aloud)));
        };
    }

    Object content(String text) {
        return parts || (aloud != null && thoughts == Thoughts.PARTS)
                ? List.of(Map.of("type", "text", "text", text))
                : text;
    }

    Map<String, Object> usage(Map<String, Object> counted) {
        Map<String, Object> usage = new LinkedHashMap<>();
        if (tokens.isEmpty()) {
            usage.putAll(counted);
        } else {
            usage.put("prompt_tokens", tokens.get(0));
            usage.put("completion_tokens", tokens.get(1));
            usage.put("total_tokens", tokens.get(2));
            usage.put("completion_tokens_details", Map.of("reasoning_tokens", tokens.get(3)));
        }
        if (numbersAsText) {
            usage.replaceAll((name, value) -> value instanceof Number ? value.toString() : value);
        }
        return usage;
    }

    /** Deltas that call these actions, each a name with its arguments. */
    List<List<Map<String, Object>>> callDeltas(List<Map.Entry<String, String>> wanted) {
        List<List<Map<String, Object>>> chunks = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            String name = wanted.get(i).getKey();
            String arguments = wanted.get(i).getValue();
            int half = arguments.length() / 2;
            switch (calls) {
                case INDEXED -> {
                    chunks.add(List.of(call(i, "call_" + (i + 1), name, "")));
                    chunks.add(List.of(call(i, null, null, arguments.substring(0, half))));
                    chunks.add(List.of(call(i, null, null, arguments.substring(half))));
                }
                case ALL_INDEX_0 -> chunks.add(List.of(call(0, "call_" + (i + 1), name, arguments)));
                case NO_INDEX -> {
                    chunks.add(List.of(call(-1, "call_" + (i + 1), name, arguments.substring(0, half))));
                    chunks.add(List.of(call(-1, null, null, arguments.substring(half))));
                }
                case NO_INDEX_NO_IDS -> chunks.add(List.of(call(-1, null, name, arguments)));
                case CHANGING_IDS -> {
                    chunks.add(List.of(call(i, "call_a" + i, name, "")));
                    chunks.add(List.of(call(i, "call_b" + i, name, arguments.substring(0, half))));
                    chunks.add(List.of(call(i, "call_c" + i, null, arguments.substring(half))));
                }
                case SAME_ID -> chunks.add(List.of(call(i, "call", name, arguments)));
                case SENT_TWICE -> {
                    chunks.add(List.of(call(i, "call_" + (i + 1), name, arguments)));
                    chunks.add(List.of(call(i, "call_" + (i + 1), name, arguments)));
                }
                case OBJECT_ARGUMENTS -> chunks.add(List.of(objectCall(i, name, arguments)));
                case ALL_IN_ONE_CHUNK, ALL_IN_ONE_CHUNK_NO_INDEX -> {
                    // Added together below.
                }
            }
        }
        if (chunks.isEmpty() && !wanted.isEmpty()) {
            chunks.add(wholeCalls(wanted, calls == Calls.ALL_IN_ONE_CHUNK));
        }
        return chunks;
    }

    List<Map<String, Object>> wholeCalls(List<Map.Entry<String, String>> wanted, boolean indexed) {
        List<Map<String, Object>> whole = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            whole.add(call(indexed ? i : -1, "call_" + (i + 1), wanted.get(i).getKey(), wanted.get(i).getValue()));
        }
        return whole;
    }

    private Map<String, Object> call(int index, @Nullable String id, @Nullable String name, String arguments) {
        Map<String, Object> function = new LinkedHashMap<>();
        if (name != null) {
            function.put("name", name);
        }
        function.put("arguments", arguments);
        return call(index, id, function);
    }

    private Map<String, Object> objectCall(int index, String name, String arguments) {
        try {
            return call(index, null, Map.of("name", name, "arguments",
                    new com.fasterxml.jackson.databind.ObjectMapper().readTree(arguments)));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Map<String, Object> call(int index, @Nullable String id, Map<String, Object> function) {
        Map<String, Object> call = new LinkedHashMap<>();
        if (index >= 0) {
            call.put("index", numbersAsText ? Integer.toString(index) : index);
        }
        if (id != null) {
            call.put("id", id);
            call.put("type", "function");
        }
        call.put("function", function);
        return call;
    }
}
