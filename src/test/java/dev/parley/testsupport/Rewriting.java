package dev.parley.testsupport;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** The scripted model's rewriting: the visitor's question as one standalone question in English. */
final class Rewriting {
    /** Recognises a rewriting prompt by the requested form of the answer. */
    private static final Pattern FORM = Pattern
            .compile("\\{\\s*\"question\"\\s*:\\s*\"[^\"\n]*\"\\s*,\\s*\"language\"\\s*:\\s*\"[^\"\n]*\"\\s*}");
    private static final Map<String, Character.UnicodeScript> SCRIPTS = Map.of("ko", Character.UnicodeScript.HANGUL,
            "ru", Character.UnicodeScript.CYRILLIC, "ar", Character.UnicodeScript.ARABIC,
            "el", Character.UnicodeScript.GREEK, "he", Character.UnicodeScript.HEBREW,
            "th", Character.UnicodeScript.THAI, "hi", Character.UnicodeScript.DEVANAGARI);
    /** Function words that identify a language in Latin script. */
    private static final Map<String, String> SMALL_WORDS = new TreeMap<>(Map.of(
            "de", "ich und der die das ist nicht wie kann mein meine ein eine wann wo was mit für auf ihr von zu",
            "fr", "je le la les des est pas comment mon ma mes un une quand où quel combien avec pour vous sur",
            "es", "el los las es cómo puedo mi un una cuándo dónde qué cuánto con para por mis tengo hay",
            "it", "il lo gli è non come posso mio mia quando dove che quanto con per sono una di della",
            "pt", "os as não como posso meu minha um uma quando onde qual quanto com para vocês são do da",
            "nl", "ik het een is niet hoe kan mijn wanneer waar wat met voor van jullie zijn naar de",
            "pl", "nie jak mogę mój moja czy kiedy gdzie ile jest na do się mam za",
            "tr", "bir nasıl ne zaman nerede kaç için ve mi mı var değil benim bu",
            "en", "i the is not how can my a when where what with for you do does to it and of"));

    private Rewriting() {}

    static boolean isAskedFor(JsonNode request) {
        JsonNode wanted = request.at("/response_format/json_schema/schema/properties");
        return FORM.matcher(Asked.system(request)).find() || (wanted.has("question") && wanted.has("language"));
    }

    static Reply to(JsonNode request) {
        Asked asked = Asked.inMaterial(request);
        return Reply.answer(JsonNodeFactory.instance.objectNode().put("question", asked.standalone())
                .put("language", language(String.join(" ", asked.open()))).toString());
    }

    private static String language(String text) {
        if (text.matches("(?s).*[\\p{IsHiragana}\\p{IsKatakana}].*")) {
            return "ja";
        }
        for (Map.Entry<String, Character.UnicodeScript> script : SCRIPTS.entrySet()) {
            if (text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == script.getValue())) {
                return script.getKey();
            }
        }
        if (text.matches("(?s).*\\p{IsHan}.*")) {
            return "zh";
        }
        List<String> words = List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1));
        String best = "en";
        for (String language : SMALL_WORDS.keySet()) {
            best = known(words, language) > known(words, best) ? language : best;
        }
        return best;
    }

    private static long known(List<String> words, String language) {
        List<String> small = List.of(SMALL_WORDS.getOrDefault(language, "").split(" ", -1));
        return words.stream().filter(small::contains).count();
    }
}
