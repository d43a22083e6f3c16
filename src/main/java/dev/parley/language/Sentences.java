package dev.parley.language;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.ParleyException;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.TenantId;
import dev.parley.tenant.Tenants;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.smallrye.mutiny.Uni;

/** Parley's own sentences in fourteen languages, or a shop's own words. */
@ApplicationScoped
public class Sentences {
    public static final List<Language> SPOKEN = List
            .of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "tr", "ar", "zh", "ja", "ko").stream()
            .map(Language::new).toList();

    private final Map<Language, SentenceMessages> messages = SPOKEN.stream()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), Sentences::bundle));
    private final Tenants tenants;

    Sentences(Tenants tenants) {
        this.tenants = tenants;
    }

    private static SentenceMessages bundle(Language language) {
        return language.equals(Language.ENGLISH)
                ? MessageBundles.get(SentenceMessages.class)
                : MessageBundles.get(SentenceMessages.class, Localized.Literal.of(language.code()));
    }

    /** Parley's own text, for use without a shop. */
    public String plain(Sentence sentence, Language language) {
        return plain(sentence, language, "");
    }

    private String plain(Sentence sentence, Language language, String value) {
        return sentence.in(Objects.requireNonNull(messages.get(language)), value);
    }

    /** Parley's own texts by language and key, with placeholders. */
    public Map<String, Map<String, String>> defaults() {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        SPOKEN.forEach(language -> {
            Map<String, String> texts = new LinkedHashMap<>();
            for (Sentence sentence : Sentence.values()) {
                String place = sentence.place();
                texts.put(sentence.key(), plain(sentence, language, place == null ? "" : place));
            }
            all.put(language.code(), texts);
        });
        return all;
    }

    /** Names of placeholders by key. */
    public static Map<String, String> places() {
        Map<String, String> places = new TreeMap<>();
        for (Sentence sentence : Sentence.values()) {
            if (sentence.place() != null) {
                places.put(sentence.key(), sentence.place());
            }
        }
        return places;
    }

    public ShopSentences of(Tenant shop) {
        return new BundledSentences(shop, messages::get);
    }

    public Uni<ShopSentences> of(TenantId tenant) {
        return tenants.byId(tenant).onItem().ifNull().failWith(() -> ParleyException.notFound("shop")).map(this::of);
    }
}
