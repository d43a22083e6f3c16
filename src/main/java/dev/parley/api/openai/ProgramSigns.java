package dev.parley.api.openai;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import dev.parley.api.openai.ClientTask.Made;
import org.jspecify.annotations.Nullable;

/**
 * Tells a program's prompt from a customer's question by its shape: it orders a product, mentions the chat from
 * outside, prescribes a format, assigns a role, and often embeds the chat. A customer does at most two of these and
 * speaks of himself.
 */
final class ProgramSigns {
    private static final int ENOUGH = 5;
    private static final int SHORTEST = 10;
    /** The purpose is at the beginning. */
    private static final int BEGINNING = 320;
    private static final Pattern NO_ANSWER = Pattern
            .compile(
                    "(?iu)\\b(?:do not|don't|never|not to|without|no need to|nicht|ne|no|non|não)\\b[^.\\n]{0,15}(?:answer|antwort|répond|respond|rispond)[^.:\\n]*");
    private static final Pattern COUNTED = Pattern.compile(
            "(?iu)\\d\\s?(?:to |-|–|or )?\\d*[ -]?(?:words?|characters?|chars|tokens?|wörter|zeichen|mots|caractères|palabras|caracteres|parole|caratteri|palavras|słów|слов|символ|kelime|woorden|slov|ord|từ|kata|字|个字|文字|語|단어|글자|자 )");
    private static final Pattern HEADED = Pattern.compile("^\\s*#{1,4} ?Task\\b");

    /** In order of precedence. */
    private static final Map<Made, ProgramWords> WANTED = wanted();

    private ProgramSigns() {}

    private static Map<Made, ProgramWords> wanted() {
        Map<Made, ProgramWords> wanted = new LinkedHashMap<>();
        wanted.put(Made.NOTHING, ProgramWords.OTHER);
        wanted.put(Made.MERGED, ProgramWords.MERGED);
        wanted.put(Made.FACTS, ProgramWords.FACTS);
        wanted.put(Made.STANDALONE, ProgramWords.STANDALONE);
        wanted.put(Made.FOLLOW_UPS, ProgramWords.FOLLOW_UPS);
        wanted.put(Made.QUERIES, ProgramWords.QUERIES);
        wanted.put(Made.TITLE, ProgramWords.TITLE);
        wanted.put(Made.TAGS, ProgramWords.TAGS);
        wanted.put(Made.SUMMARY, ProgramWords.SUMMARY);
        wanted.put(Made.EMOJI, ProgramWords.EMOJI);
        return wanted;
    }

    /** For the last user line; null for a customer's. */
    static @Nullable Made asked(String text) {
        return asked(text, ENOUGH);
    }

    private static @Nullable Made asked(String text, int enough) {
        if (text.length() < SHORTEST) {
            return null;
        }
        ChatMaterial material = ChatMaterial.of(text);
        Made made = made(material.instruction().toLowerCase(Locale.ROOT));
        boolean own = made != null && (HEADED.matcher(text).find() || score(text, material) >= enough);
        return own ? made : null;
    }

    private static int score(String text, ChatMaterial material) {
        String said = material.instruction().toLowerCase(Locale.ROOT);
        boolean about = ProgramWords.CHAT.in(said);
        boolean along = material.isAny() || ChatMaterial.waits(text);
        if (!about && !along) {
            return 0;
        }
        int only = Math.min(2, ProgramWords.ONLY.times(said));
        int length = COUNTED.matcher(said).find() ? 2 : ProgramWords.LENGTH.in(said) ? 1 : 0;
        return (about ? 2 : 0) + (along ? 2 : 0) + (only > 0 ? only + 1 : 0) + length
                + (ProgramWords.MAKE.in(said) ? 1 : 0) + (ProgramWords.ROLE.in(said) ? 1 : 0)
                - (ProgramWords.MINE.in(said) ? 2 : 0);
    }

    /** For a system line after all others. */
    static @Nullable Made after(String reminder) {
        return reminder.isEmpty() ? null : asked(reminder, ENOUGH - 1);
    }

    /** For the system lines at the beginning, which may also be instructions about the shop's customers. */
    static @Nullable Made ordered(String system, String question, List<String> before) {
        String said = ChatMaterial.of(system).instruction().toLowerCase(Locale.ROOT);
        if (system.length() < SHORTEST || ProgramWords.ANSWERS.in(NO_ANSWER.matcher(said).replaceAll(" "))) {
            return null;
        }
        String beginning = said.length() <= BEGINNING ? said : said.substring(0, BEGINNING);
        Made made = made(beginning);
        boolean along = ChatMaterial.of(question).isAny();
        boolean about = ProgramWords.CHAT.in(said) || along;
        boolean formed = ProgramWords.ONLY.in(said) || COUNTED.matcher(said).find();
        boolean tells = ProgramWords.MAKE.in(beginning) || ProgramWords.ROLE.in(beginning);
        return made != null && about && tells && (before.isEmpty() || formed || along) ? made : null;
    }

    private static @Nullable Made made(String text) {
        return WANTED.entrySet().stream().filter(each -> each.getValue().in(text)).map(Map.Entry::getKey).findFirst()
                .orElse(null);
    }
}
