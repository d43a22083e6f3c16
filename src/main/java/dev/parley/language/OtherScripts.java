package dev.parley.language;

import java.lang.Character.UnicodeScript;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

final class OtherScripts {
    private static final Map<UnicodeScript, String> LANGUAGES = Map.ofEntries(Map.entry(UnicodeScript.GEORGIAN, "ka"),
            Map.entry(UnicodeScript.ARMENIAN, "hy"), Map.entry(UnicodeScript.BENGALI, "bn"),
            Map.entry(UnicodeScript.TAMIL, "ta"), Map.entry(UnicodeScript.TELUGU, "te"),
            Map.entry(UnicodeScript.KANNADA, "kn"), Map.entry(UnicodeScript.MALAYALAM, "ml"),
            Map.entry(UnicodeScript.GUJARATI, "gu"), Map.entry(UnicodeScript.GURMUKHI, "pa"),
            Map.entry(UnicodeScript.ORIYA, "or"), Map.entry(UnicodeScript.SINHALA, "si"),
            Map.entry(UnicodeScript.MYANMAR, "my"), Map.entry(UnicodeScript.KHMER, "km"),
            Map.entry(UnicodeScript.LAO, "lo"), Map.entry(UnicodeScript.ETHIOPIC, "am"),
            Map.entry(UnicodeScript.TIBETAN, "bo"), Map.entry(UnicodeScript.MONGOLIAN, "mn"),
            Map.entry(UnicodeScript.THAANA, "dv"));

    /** Armenian, the first of them in Unicode. Most texts end here. */
    private static final char FIRST = '\u0530';

    private OtherScripts() {}

    /** Empty if few letters belong to these scripts, since foreign names occur in any text. */
    static Optional<Language> of(String text) {
        if (text.chars().allMatch(c -> c < FIRST)) {
            return Optional.empty();
        }
        Map<UnicodeScript, Long> letters = text.codePoints().filter(Character::isLetter).mapToObj(UnicodeScript::of)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        long all = letters.values().stream().mapToLong(Long::longValue).sum();
        return letters.entrySet().stream().filter(each -> LANGUAGES.containsKey(each.getKey()))
                .max(Map.Entry.comparingByValue()).filter(most -> most.getValue() * 3 >= all)
                .map(most -> new Language(Objects.requireNonNull(LANGUAGES.get(most.getKey()))));
    }
}
