package dev.parley.turn.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.action.Action;
import dev.parley.action.ActionResult.Outcome;
import dev.parley.conversation.answer.Evidence;
import dev.parley.language.Language;
import dev.parley.language.Sentence;
import dev.parley.language.ShopSentences;
import dev.parley.model.ToolCall;

/** Our own sentences on actions: the request for consent, with every argument, and the outcome. */
public final class ActionWords {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_]*)}");
    private static final Pattern MARKS = Pattern.compile("[\\\\`*\\[\\]<~]");
    /** A longer value is no order number. */
    private static final int LONGEST_VALUE = 200;

    private final ShopSentences voice;
    private final Language language;
    private final Toolbox box;

    public ActionWords(ShopSentences voice, Language language, Toolbox box) {
        this.voice = voice;
        this.language = language;
        this.box = box;
    }

    /** A line per call that needs consent, in order. */
    public String question(List<ToolCall> calls) {
        List<String> own = new ArrayList<>();
        List<String> described = new ArrayList<>();
        for (ToolCall call : calls) {
            Action action = box.named(call.name()).orElse(null);
            if (action != null && action.needsYes()) {
                String text = action.settings().confirmText();
                (text == null ? described : own)
                        .add(filled(text == null ? action.settings().description() : text, action, call.arguments()));
            }
        }
        if (!described.isEmpty()) {
            own.add(voice.say(Sentence.CONFIRM, language, listed(described)));
        }
        return String.join("\n\n", own);
    }

    /** A line per changing action; empty if there is none. */
    public String outcome(List<Evidence.Action> done) {
        List<String> lines = new ArrayList<>();
        for (Evidence.Action action : done) {
            Optional<Action> declared = box.named(action.name());
            if (declared.map(Action::changes).orElse(true)) {
                String what = declared.map(found -> filled(found.settings().description(), found, action.arguments()))
                        .orElse(action.name() + ".");
                String line = voice.say(sentence(action.outcome()), language, what);
                if (!lines.contains(line)) {
                    lines.add(line);
                }
            }
        }
        return String.join("\n\n", lines);
    }

    private static Sentence sentence(String outcome) {
        if (outcome.equals(Outcome.DONE.wire())) {
            return Sentence.ACTION_DONE;
        }
        return outcome.equals(Outcome.UNKNOWN.wire()) ? Sentence.ACTION_UNCERTAIN : Sentence.ACTION_NOT_DONE;
    }

    private static String listed(List<String> lines) {
        return lines.size() == 1 ? lines.getFirst() : "\n\n- " + String.join("\n- ", lines) + "\n\n";
    }

    /** Arguments without a placeholder follow in brackets, since consent must cover all of them. */
    static String filled(String text, Action action, String arguments) {
        JsonNode given = read(arguments);
        Set<String> named = new HashSet<>();
        String filled = PLACE.matcher(text).replaceAll(place -> {
            String name = place.group(1);
            if (!given.has(name)) {
                return Matcher.quoteReplacement(place.group());
            }
            named.add(name);
            return Matcher.quoteReplacement(value(given.get(name)));
        });
        List<String> rest = given.properties().stream()
                .filter(argument -> !named.contains(argument.getKey()) && !value(argument.getValue()).isEmpty())
                .map(argument -> title(action, argument.getKey()) + ": " + value(argument.getValue())).toList();
        return rest.isEmpty() ? filled : filled + " (" + String.join(", ", rest) + ")";
    }

    private static JsonNode read(String arguments) {
        try {
            return JSON.readTree(arguments);
        } catch (JsonProcessingException notJson) {
            // Refused before anything is asked or done.
            return JSON.createObjectNode();
        }
    }

    /** The title in the schema. */
    private static String title(Action action, String name) {
        String title = action.settings().parameters().path("properties").path(name).path("title").asText();
        return title.isBlank() ? name.replace('_', ' ') : title.strip();
    }

    /** Escaped: an argument must not become a link or emphasis. */
    private static String value(JsonNode value) {
        String text = plain(value)
                .replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        String shortened = text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
        return MARKS.matcher(shortened).replaceAll("\\\\$0");
    }

    private static String plain(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(ActionWords::plain).collect(Collectors.joining(", "));
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
