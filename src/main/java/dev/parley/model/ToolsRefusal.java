package dev.parley.model;

import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What the error of a refused request says about the functions that went with it. No two servers say it alike and few have a code for it, so
 * that here, for once, words count. They are judged and not kept.
 */
enum ToolsRefusal {
    /** It was refused for another reason. */
    NONE,
    /** These functions, as far as one can tell: such as a schema that the server does not read. */
    THESE,
    /** Functions as such. */
    ALL;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<Integer> STATUSES = Set.of(400, 404, 422, 500, 501);
    private static final Set<String> PARAMETERS = Set.of("tools", "tool_choice", "functions", "function_call");
    /** Some servers say where the tokens went, the functions' among them. */
    private static final Pattern TOO_LONG = Pattern
            .compile("(?i)context (?:length|size|window)|too (?:long|many tokens)|\\d tokens");
    private static final Pattern TOOLS = Pattern.compile("(?i)\\b(?:tool|function)s?\\b");
    private static final Pattern ONE_OF_THEM = Pattern
            .compile("(?i)\\b(?:tool|function)s?\\s?(?:\\[|\\.\\s?)\\d|schema|\\bparameters\\b");
    private static final Pattern UNABLE = Pattern.compile(
            "(?i)support|requires?\\b|unknown|unexpected|unrecogni[sz]ed|\\bextra\\b|not (?:allowed|permitted|enabled|implemented|available)");

    /**
     * @param kind what status, code and type make of it
     * @param body of the refusal, as far as it was read
     */
    static ToolsRefusal of(int status, ModelErrorKind kind, byte[] body) {
        boolean open = switch (kind) {
            case BAD_REQUEST, MODEL_NOT_FOUND, SERVER_ERROR -> STATUSES.contains(status);
            default -> false;
        };
        ToolsRefusal said = open ? read(body) : NONE;
        // A server that stumbles once over a function is no server without functions.
        return status == 500 && said != ALL ? NONE : said;
    }

    private static ToolsRefusal read(byte[] body) {
        try {
            JsonNode root = JSON.readTree(body);
            JsonNode reply = root.isArray() ? root.path(0) : root;
            JsonNode error = reply.has("error") ? reply.path("error") : reply;
            ToolsRefusal most = judge(error.path("param").asText(),
                    words(error.path("code"), error.path("type"), error, error.path("message")));
            for (JsonNode detail : details(reply.path("detail"))) {
                ToolsRefusal next = judge(place(detail.path("loc")), words(detail, detail.path("msg")));
                most = next.compareTo(most) > 0 ? next : most;
            }
            return most;
        } catch (IOException notJson) {
            return NONE;
        }
    }

    private static ToolsRefusal judge(String parameter, String words) {
        if (PARAMETERS.contains(parameter)) {
            return ONE_OF_THEM.matcher(words).find() ? THESE : ALL;
        }
        if (PARAMETERS.stream()
                .anyMatch(name -> parameter.startsWith(name + "[") || parameter.startsWith(name + "."))) {
            return THESE;
        }
        if (!TOOLS.matcher(words).find() || TOO_LONG.matcher(words).find()) {
            return NONE;
        }
        return UNABLE.matcher(words).find() && !ONE_OF_THEM.matcher(words).find() ? ALL : THESE;
    }

    private static String words(JsonNode... nodes) {
        StringBuilder words = new StringBuilder();
        for (JsonNode node : nodes) {
            words.append(node.isValueNode() ? node.asText() : "").append(' ');
        }
        return words.toString().replace('_', ' ');
    }

    /** Validators of request bodies list what they do not like, or say it in a sentence. */
    private static Iterable<JsonNode> details(JsonNode detail) {
        return detail.isArray() ? detail : Set.of(detail);
    }

    private static String place(JsonNode path) {
        StringBuilder place = new StringBuilder();
        for (JsonNode step : path) {
            place.append(place.isEmpty() ? "" : ".").append(step.asText());
        }
        return place.toString().replaceFirst("^body\\.", "");
    }
}
