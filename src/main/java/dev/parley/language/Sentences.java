package dev.parley.language;

import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** What Parley itself says to visitors, in fourteen languages and in a shop's own words where it has some. */
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

    /** A sentence without a value in Parley's own words, where nothing is known of the shop. */
    public String plain(Sentence sentence, Language language) {
        return sentence.in(Objects.requireNonNull(messages.get(language)), "");
    }

    /** The voice of a shop as it is set now. */
    public Voice of(Tenant shop) {
        return new ShopVoice(shop, messages::get);
    }

    /** As above. */
    public Uni<Voice> of(TenantId shop) {
        return tenants.byId(shop).onItem().ifNull().failWith(() -> ParleyException.notFound("shop")).map(this::of);
    }
}
