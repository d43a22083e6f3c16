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

/** Determines the language of an entry, and which of the shop's languages to answer a question in. */
@ApplicationScoped
class EntryLanguages {
    private final LanguageDetector detector;
    private final Tenants tenants;

    EntryLanguages(LanguageDetector detector, Tenants tenants) {
        this.detector = detector;
        this.tenants = tenants;
    }

    Uni<String> locale(TenantId tenant) {
        return tenants.byId(tenant).map(shop -> shop == null ? "en" : shop.settings().locale());
    }

    /** Falls back to the shop's language when the detector is unsure. */
    UnaryOperator<String> detector(String shopsLocale) {
        return text -> detect(text, LocalModels.language(shopsLocale));
    }

    /** The question's language, else the visitor's; null if the shop has no entries in it, or one language only. */
    @Nullable
    String preferred(String text, @Nullable String locale, Set<String> available) {
        if (available.size() < 2) {
            return null;
        }
        String visitors = locale == null ? "" : LocalModels.language(locale);
        String own = detect(text, visitors);
        return available.contains(own) ? own : available.contains(visitors) ? visitors : null;
    }

    static String main(Map<String, Integer> languages) {
        return languages.entrySet().stream().max(Comparator.comparingInt(Map.Entry::getValue)).map(Map.Entry::getKey)
                .orElse("en");
    }

    /** True only if the detector is sure. */
    boolean isSurely(String language, String text) {
        Detected detected = detector.detect(text, null);
        return detected.sure() && LocalModels.language(detected.language().code()).equals(language);
    }

    /** True only if the detector is sure that the text is in another language. */
    boolean isForeign(String text, Set<String> available) {
        Detected detected = detector.detect(text, null);
        return detected.sure() && !available.contains(LocalModels.language(detected.language().code()));
    }

    private String detect(String text, String expected) {
        return LocalModels.language(detector.detect(text, Language.of(expected)).language().code());
    }
}
