package dev.parley.faq;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.language.Detected;
import dev.parley.language.Language;
import dev.parley.language.LanguageDetector;
import dev.parley.tenant.TenantId;
import dev.parley.tenant.Tenants;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** In which language an entry is, and in which of the shop's a question is to be answered. */
@ApplicationScoped
class EntryLanguages {
    private final LanguageDetector detector;
    private final Tenants tenants;

    EntryLanguages(LanguageDetector detector, Tenants tenants) {
        this.detector = detector;
        this.tenants = tenants;
    }

    /** The shop's own. */
    Uni<String> locale(TenantId tenant) {
        return tenants.byId(tenant).map(shop -> shop == null ? "en" : shop.settings().locale());
    }

    /** Tells the language of an entry's text; on doubt it is the shop's own. */
    UnaryOperator<String> detector(String shopsLocale) {
        return text -> detect(text, Readers.language(shopsLocale));
    }

    /**
     * The language whose entries come first: the question's own, else the visitor's. Null where that is none of the shop's, and where the
     * shop has only one.
     */
    @Nullable
    String preferred(String text, @Nullable String locale, Set<String> available) {
        if (available.size() < 2) {
            return null;
        }
        String visitors = locale == null ? "" : Readers.language(locale);
        String own = detect(text, visitors);
        return available.contains(own) ? own : available.contains(visitors) ? visitors : null;
    }

    /** The language that the shop has most entries in. */
    static String main(Map<String, Integer> languages) {
        return languages.entrySet().stream().max(Comparator.comparingInt(Map.Entry::getValue)).map(Map.Entry::getKey)
                .orElse("en");
    }

    /** Whether the text itself says that it is in this language. */
    boolean isSurely(String language, String text) {
        Detected detected = detector.detect(text, null);
        return detected.sure() && Readers.language(detected.language().code()).equals(language);
    }

    /** Whether the text itself says that it is in none of these languages. */
    boolean isForeign(String text, Set<String> available) {
        Detected detected = detector.detect(text, null);
        return detected.sure() && !available.contains(Readers.language(detected.language().code()));
    }

    private String detect(String text, String expected) {
        return Readers.language(detector.detect(text, Language.of(expected)).language().code());
    }
}
