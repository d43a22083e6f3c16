package dev.parley.model.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.model.ToolCall;
import org.jspecify.annotations.Nullable;

/** Reads calls that a model wrote as text: JSON, code or tags. Anything that names a function counts. */
final class WrittenCalls {
    /** {@code calls}: of offered functions; {@code isCall} is true also for an unknown function. */
    record ParsedCalls(List<ToolCall> calls, boolean isCall) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_CALLS = 8;
    private static final int DEEPEST = 6;
    private static final List<String> NAMES = List.of("name", "function_name", "tool_name", "tool", "function",
            "action",
            "recipient_name", "type");
    private static final List<String> ARGUMENTS = List.of("arguments", "parameters", "args", "kwargs", "input",
            "action_input", "tool_input");
    private static final Pattern PAIR = Pattern.compile(
            "(?:<parameter(?:=|\\s+name\\s*=\\s*)[\"']?(?<tag>\\w+)[\"']?\\s*>(?<body>[^<]*)<"
                    + "|<arg_key>(?<key>[^<]*)</arg_key>\\s*<arg_value>(?<value>[^<]*)<"
                    + "|\\b(?<word>\\w+)\\s*=\\s*(?:\"(?<double>[^\"]*)\"|'(?<single>[^']*)'|(?<bare>[\\w.-]+)))");

    private final FunctionNames functions;
    private final Pattern named;

    WrittenCalls(Set<String> offered) {
        functions = new FunctionNames(offered);
        named = Pattern.compile("(?i)(?<![\\w])(?:" + offered.stream().map(Pattern::quote)
                .collect(Collectors.joining("|")) + ")(?!\\w)");
        this.none = offered.isEmpty();
    }

    private final boolean none;

    ParsedCalls in(String text) {
        List<ToolCall> calls = new ArrayList<>();
        boolean[] any = {false};
        for (int at = text.indexOf('{'); at >= 0;) {
            String object = objectAt(text, at);
            collect(json(object), calls, any, 0);
            at = text.indexOf('{', at + Math.max(1, object.length()));
        }
        if (calls.isEmpty() && !any[0] && !none) {
            byName(text, calls);
        }
        return new ParsedCalls(List.copyOf(calls), any[0] || !calls.isEmpty());
    }

    private void collect(JsonNode node, List<ToolCall> calls, boolean[] any, int depth) {
        if (depth > DEEPEST || calls.size() >= MAX_CALLS) {
            return;
        }
        if (node.isObject()) {
            String name = nameIn(node);
            JsonNode arguments = argumentsIn(node);
            String known = name == null ? null : functions.known(name);
            if (known != null) {
                add(calls, known, arguments == null ? "{}" : text(arguments));
                any[0] = true;
                return;
            }
            any[0] |= name != null && arguments != null;
            node.properties().forEach(field -> {
                String key = functions.known(field.getKey());
                if (key != null && field.getValue().isObject()) {
                    add(calls, key, field.getValue().toString());
                }
            });
        }
        node.forEach(child -> collect(child, calls, any, depth + 1));
    }

    private static @Nullable String nameIn(JsonNode node) {
        for (String field : NAMES) {
            JsonNode name = node.path(field);
            // The protocol's format has "type": "function" beside the function.
            if (name.isTextual() && !name.asText().equals("function")) {
                return name.asText();
            }
        }
        return null;
    }

    private static @Nullable JsonNode argumentsIn(JsonNode node) {
        return ARGUMENTS.stream().map(node::get).filter(each -> each != null).findFirst().orElse(null);
    }

    private static String text(JsonNode arguments) {
        return arguments.isTextual() ? arguments.asText() : arguments.isObject() ? arguments.toString() : "{}";
    }

    /** By function name, with the argument-like text up to the next one. */
    private void byName(String text, List<ToolCall> calls) {
        Matcher name = named.matcher(text);
        for (int from = 0; calls.size() < MAX_CALLS && name.find(from);) {
            String known = functions.known(name.group());
            int brace = text.indexOf('{', name.end());
            String object = brace < 0 ? "" : objectAt(text, brace);
            if (json(object).isObject()) {
                add(calls, String.valueOf(known), object);
                from = brace + object.length();
            } else {
                int end = name.end();
                from = text.length();
                add(calls, String.valueOf(known), pairs(text.substring(end)));
            }
        }
    }

    private static String pairs(String text) {
        ObjectNode arguments = JSON.createObjectNode();
        Matcher pair = PAIR.matcher(text);
        while (pair.find()) {
            String key = first(pair, "tag", "key", "word");
            String value = first(pair, "body", "value", "double", "single", "bare");
            if (!key.equals("name")) {
                arguments.put(key.strip(), value.strip());
            }
        }
        return arguments.toString();
    }

    private static String first(Matcher matcher, String... groups) {
        for (String group : groups) {
            if (matcher.group(group) != null) {
                return matcher.group(group);
            }
        }
        return "";
    }

    private static void add(List<ToolCall> calls, String name, String arguments) {
        if (calls.stream().noneMatch(call -> call.name().equals(name) && call.arguments().equals(arguments))) {
            calls.add(new ToolCall("call_" + calls.size(), name, arguments));
        }
    }

    private static String objectAt(String text, int from) {
        JsonEnd end = new JsonEnd();
        for (int at = from; at < text.length(); at++) {
            end.read(text.substring(at, at + 1));
            if (end.isReached()) {
                return text.substring(from, at + 1);
            }
        }
        return text.substring(from);
    }

    private static JsonNode json(String text) {
        try {
            return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }
}
