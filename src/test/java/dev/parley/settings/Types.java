package dev.parley.settings;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Types of settings in an operator's words. */
final class Types {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("String", "text"), Map.entry("boolean", "true or false"), Map.entry("Boolean", "true or false"),
            Map.entry("int", "whole number"), Map.entry("OptionalLong", "whole number"),
            Map.entry("Double", "number"), Map.entry("BigDecimal", "amount"), Map.entry("Duration", "duration"),
            Map.entry("ZoneId", "time zone"), Map.entry("MemorySize", "size"), Map.entry("Rate", "burst/per minute"));

    private Types() {}

    static String of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            return generic.getRawType().getTypeName().endsWith("List") ? "list" : of(last);
        }
        if (type instanceof Class<?> choice && choice.isEnum()) {
            return Arrays.stream(choice.getEnumConstants())
                    .map(each -> "`" + each.toString().toLowerCase(Locale.ROOT).replace('_', '-') + "`")
                    .collect(Collectors.joining(" or "));
        }
        return word(type.getTypeName().replaceFirst(".*\\.", ""));
    }

    /** As written in a source: {@code Optional<List<String>>}. */
    static String written(String type) {
        return type.contains("List<") ? "list" : word(type.replaceFirst("^Optional<(.*)>$", "$1"));
    }

    private static String word(String simpleName) {
        String word = WORDS.get(simpleName);
        if (word == null) {
            throw new AssertionError("dev.parley.settings.Types needs a word for the type " + simpleName);
        }
        return word;
    }
}
