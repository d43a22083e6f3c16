package dev.parley.faq.file;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import dev.parley.faq.LocalModels;

/**
 * Guesses the code page of a file that is not Unicode. A detector based on letter frequencies decides first. If its
 * result makes no words in a language written in that page, a page that does is used, the shop's language first.
 */
public final class CodePages {
    /** Windows code pages are supersets of these standards and are often labelled with their names. */
    private static final Map<String, String> WINDOWS = Map.of("ISO-8859-1", "windows-1252", "ISO-8859-2",
            "windows-1250", "ISO-8859-9", "windows-1254", "ISO-8859-7", "windows-1253", "ISO-8859-8", "windows-1255",
            "ISO-8859-8-I", "windows-1255", "ISO-8859-6", "windows-1256");
    /** Pages that differ in a few letters; used only if they fit better. */
    private static final Map<String, String> TWINS = Map.of("windows-1250", "ISO-8859-2", "windows-1252",
            "ISO-8859-15", "windows-1257", "ISO-8859-13", "windows-1251", "ISO-8859-5");
    /** Languages written in a code page; the first wins if several fit. */
    private static final Map<String, List<String>> LANGUAGES = languages();
    private static final int EXAMINED = 64 * 1024;
    /** Fewer non-ASCII bytes than this say little about letter frequencies. */
    private static final int FEW = 12;
    private static final double FITS = 0.95;
    private static final double CLEARLY = 0.1;

    /** @param fit share of the text that makes words, 0 to 1 */
    private record Guess(Charset page, double fit) {}

    private CodePages() {}

    /** @param shops the shop's locale */
    static Charset of(byte[] file, String shops) {
        byte[] beginning = file.length <= EXAMINED ? file : Arrays.copyOf(file, EXAMINED);
        if (WesternPages.areMarksOfWindows(beginning)) {
            return WesternPages.WINDOWS;
        }
        String language = LocalModels.language(shops);
        Optional<Charset> few = fewLetters(beginning, language);
        if (few.isPresent()) {
            return few.get();
        }
        Guess first = twin(guess(detected(beginning), beginning, language), beginning, language);
        Guess best = first.fit >= FITS ? first : otherwise(beginning, language);
        return best.fit >= FITS && best.fit > first.fit + CLEARLY ? best.page : first.page;
    }

    /** Uses a code page of the shop's language if the bytes are letters in it, else one for Western Europe. */
    private static Optional<Charset> fewLetters(byte[] file, String language) {
        int letters = 0;
        for (byte each : file) {
            letters += each < 0 ? 1 : 0;
        }
        if (letters > FEW) {
            return Optional.empty();
        }
        Charset western = WesternPages.best(file);
        boolean shopIsWestern = languages(western).contains(language);
        Optional<Charset> own = shopIsWestern && fits(western, file, List.of(language))
                ? Optional.of(western)
                : LANGUAGES.entrySet().stream().filter(each -> !shopIsWestern && each.getValue().contains(language))
                        .map(Map.Entry::getKey).filter(Charset::isSupported).map(Charset::forName)
                        .filter(page -> fits(page, file, List.of(language))).findFirst();
        return own.isPresent() || !shopIsWestern || !fits(western, file, languages(western))
                ? own
                : Optional.of(western);
    }

    private static boolean fits(Charset page, byte[] file, List<String> languages) {
        return LetterFit.of(new String(file, page), languages, languages.getFirst()) >= 1;
    }

    private static Guess otherwise(byte[] file, String language) {
        Guess best = new Guess(WesternPages.WINDOWS, 0);
        for (Map.Entry<String, List<String>> each : LANGUAGES.entrySet()) {
            if (Charset.isSupported(each.getKey())) {
                Guess guess = guess(Charset.forName(each.getKey()), file, language);
                double now = guess.fit + (each.getValue().contains(language) ? CLEARLY / 2 : 0);
                double before = best.fit + (languages(best.page).contains(language) ? CLEARLY / 2 : 0);
                best = now > before ? guess : best;
            }
        }
        return best;
    }

    private static Guess twin(Guess guess, byte[] file, String language) {
        Guess twin = Optional.ofNullable(TWINS.get(guess.page.name())).map(Charset::forName)
                .map(page -> guess(page, file, language)).orElse(guess);
        return twin.fit > guess.fit ? twin : guess;
    }

    private static Guess guess(Charset page, byte[] file, String language) {
        List<String> languages = languages(page);
        return new Guess(page, LetterFit.of(new String(file, page), languages, language));
    }

    private static List<String> languages(Charset page) {
        return LANGUAGES.getOrDefault(page.name(), List.of());
    }

    private static Charset detected(byte[] file) {
        CharsetDetector detector = new CharsetDetector();
        detector.setText(file);
        for (CharsetMatch match : detector.detectAll()) {
            String name = WINDOWS.getOrDefault(match.getName(), match.getName());
            if (!name.startsWith("UTF-") && Charset.isSupported(name)) {
                return name.equals("windows-1252") ? WesternPages.best(file) : Charset.forName(name);
            }
        }
        return WesternPages.best(file);
    }

    private static Map<String, List<String>> languages() {
        List<String> western = List.of("de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "is", "ca", "en");
        List<String> central = List.of("pl", "cs", "sk", "hu", "ro", "hr", "sl", "de");
        List<String> baltic = List.of("lv", "lt", "et");
        List<String> cyrillic = List.of("ru", "uk", "bg", "sr", "mk");
        Map<String, List<String>> pages = new LinkedHashMap<>();
        put(pages, western, "windows-1252");
        put(pages, central, "windows-1250", "ISO-8859-2");
        put(pages, baltic, "windows-1257", "ISO-8859-13");
        put(pages, List.of("tr", "az"), "windows-1254");
        put(pages, cyrillic, "windows-1251", "IBM866", "KOI8-R", "ISO-8859-5", "x-MacCyrillic");
        put(pages, List.of("el"), "windows-1253");
        put(pages, List.of("he"), "windows-1255");
        put(pages, List.of("ar", "fa", "ur"), "windows-1256");
        put(pages, List.of("vi"), "windows-1258");
        put(pages, List.of("th"), "x-windows-874");
        put(pages, western, "x-MacRoman", "IBM850", "ISO-8859-15");
        put(pages, central, "IBM852", "x-MacCentralEurope");
        put(pages, List.of("zh"), "GB18030");
        put(pages, List.of("zh_Hant"), "Big5");
        put(pages, List.of("ja"), "Shift_JIS", "EUC-JP");
        put(pages, List.of("ko"), "EUC-KR");
        return pages;
    }

    private static void put(Map<String, List<String>> pages, List<String> languages, String... names) {
        for (String name : names) {
            pages.put(name, languages);
        }
    }

    /** For an error message: how the file was read and what to do about it. */
    public static String hint(Charset page) {
        return " The file is not UTF-8; it was read as " + page.name()
                + ". If that is wrong, save it as \"CSV UTF-8\".";
    }
}
