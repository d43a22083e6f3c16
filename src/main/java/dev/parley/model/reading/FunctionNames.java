package dev.parley.model.reading;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import dev.parley.model.ToolCall;
import org.jspecify.annotations.Nullable;

/** Matches a model's spelling of a function name: with namespace, quotes, spaces, or in another case. */
final class FunctionNames {
    private static final Pattern NAMESPACE = Pattern.compile("^.*[.:/](?=.)");
    private static final Pattern JOINT = Pattern.compile("[\\s_-]+");
    private static final Pattern AROUND = Pattern.compile("^[\\s\"'`(<\\[]+|[\\s\"'`()<>\\[\\].:;,]+$");

    private final Map<String, String> offered = new HashMap<>();

    FunctionNames(Set<String> names) {
        names.forEach(name -> offered.put(plain(name), name));
    }

    @Nullable
    String known(String name) {
        if (offered.containsValue(name)) {
            return name;
        }
        String bare = AROUND.matcher(name).replaceAll("");
        String whole = offered.get(plain(bare));
        return whole != null ? whole : offered.get(plain(NAMESPACE.matcher(bare).replaceFirst("")));
    }

    ToolCall meant(ToolCall call) {
        String known = known(call.name());
        return known == null ? call : new ToolCall(call.id(), known, call.arguments());
    }

    private static String plain(String name) {
        return JOINT.matcher(name.strip().toLowerCase(Locale.ROOT)).replaceAll("_");
    }
}
