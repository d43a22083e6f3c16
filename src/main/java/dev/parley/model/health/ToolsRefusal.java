package dev.parley.model.health;

import java.util.Set;
import java.util.regex.Pattern;

import dev.parley.model.reading.UpstreamError;
import org.jspecify.annotations.Nullable;

/** Tells by an error's words if functions were refused, since few servers have a code for it. */
enum ToolsRefusal {
    NONE,
    /** These functions, for example for their schema. */
    THESE,
    ALL;

    private static final Set<String> PARAMETERS = Set.of("tools", "tool_choice", "functions", "function_call");
    /** Some servers list where the tokens went, including functions. */
    private static final Pattern TOO_LONG = Pattern
            .compile("(?i)context (?:length|size|window)|too (?:long|many tokens)|\\d tokens");
    private static final Pattern TOOLS = Pattern.compile("(?i)\\b(?:tool|function)s?\\b");
    private static final Pattern ONE_OF_THEM = Pattern
            .compile("(?i)\\b(?:tool|function)s?\\s?(?:\\[|\\.\\s?)\\d|schema|\\bparameters\\b");
    private static final Pattern UNABLE = Pattern.compile(
            "(?i)support|requires?\\b|unknown|unexpected|unrecogni[sz]ed|\\bextra\\b|not (?:allowed|permitted|enabled|implemented|available)");

    static ToolsRefusal of(int status, UpstreamError error) {
        ToolsRefusal most = NONE;
        for (UpstreamError.Complaint complaint : error.complaints()) {
            ToolsRefusal next = judge(complaint.parameter(), words(error.code(), error.type(), complaint.words()));
            most = next.compareTo(most) > 0 ? next : most;
        }
        // A single server error over a function does not prove that functions are unsupported.
        return status == 500 && most != ALL ? NONE : most;
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

    private static String words(@Nullable String... said) {
        StringBuilder words = new StringBuilder();
        for (String each : said) {
            words.append(each == null ? "" : each).append(' ');
        }
        return words.toString().replace('_', ' ');
    }
}
