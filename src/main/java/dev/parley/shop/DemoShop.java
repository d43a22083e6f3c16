package dev.parley.shop;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.key.ApiKey;
import dev.parley.key.ApiKeyEntity;
import dev.parley.platform.Ids;
import dev.parley.platform.LongSecret;
import dev.parley.tenant.OnceOnlySteps;
import dev.parley.tenant.OnceOnlySteps.Mark;
import dev.parley.tenant.TenantEntity;
import dev.parley.tenant.TenantId;
import dev.parley.tenant.TenantSettings;
import dev.parley.tenant.VisitorKeys;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Creates the shop `demo` for newcomers, once in the life of a database. */
@ApplicationScoped
public class DemoShop {
    public static final String SLUG = "demo";
    private static final Logger LOG = Logger.getLogger(DemoShop.class);
    private static final String KEY_SETTING = "PARLEY_BOOTSTRAP_API_KEY";

    private final DemoShopRepository repository;
    private final OnceOnlySteps marks;
    private final VisitorKeys keys;
    private final ObjectMapper json;
    private final Ids ids;
    private final Clock clock;
    private final Optional<String> bootstrapKey;
    private final Optional<Boolean> asked;

    DemoShop(DemoShopRepository repository, OnceOnlySteps marks, VisitorKeys keys, ObjectMapper json, Ids ids,
            Clock clock,
            @ConfigProperty(name = "parley.bootstrap.api.key") Optional<String> bootstrapKey,
            @ConfigProperty(name = "parley.demo") Optional<Boolean> asked) {
        this.repository = repository;
        this.marks = marks;
        this.keys = keys;
        this.asked = asked;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
        this.bootstrapKey = bootstrapKey;
    }

    /** {@code generatedKey} is the API key created at the first start if none was configured. */
    public record Opened(TenantId id, @Nullable String generatedKey) {}

    /** Null if no demo shop exists or is wanted. Fails with a {@link dev.parley.platform.StartRefusedException}. */
    public Uni<@Nullable Opened> openIfWanted(boolean devMode) {
        Optional<String> given = LongSecret.require(KEY_SETTING, bootstrapKey, LongSecret.MIN_LENGTH_OF_A_SHOP);
        given.filter(key -> key.length() < LongSecret.MIN_LENGTH).ifPresent(key -> LOG.warnf(
                "%s is short. Make another key in the console, with all the characters it gives, and revoke this one.",
                KEY_SETTING));
        return repository.find(SLUG)
                .chain(found -> found == null ? consider(devMode, given) : known(found))
                .call(opened -> opened == null ? Uni.createFrom().voidItem() : marks.set(Mark.DEMO_SHOP))
                .call(() -> marks.set(Mark.FIRST_START));
    }

    private static Uni<@Nullable Opened> known(TenantEntity shop) {
        return shop.deletedAt == null
                ? Uni.createFrom().item(new Opened(new TenantId(shop.id), null))
                : Uni.createFrom().nullItem();
    }

    private Uni<@Nullable Opened> consider(boolean devMode, Optional<String> given) {
        return Uni.combine().all()
                .unis(repository.noShops(), marks.has(Mark.FIRST_START), marks.has(Mark.DEMO_SHOP))
                .with((empty, started, made) -> new DemoShopRule(asked, devMode, !empty, started, made))
                .chain(request -> request.opens() ? open(given) : Uni.createFrom().nullItem());
    }

    private Uni<@Nullable Opened> open(Optional<String> given) {
        TenantEntity shop = shop();
        String key = given.orElseGet(ApiKey::generate);
        Opened opened = new Opened(new TenantId(shop.id), given.isPresent() ? null : key);
        return repository.create(shop, key(shop, key)).replaceWith(opened);
    }

    private TenantEntity shop() {
        TenantEntity shop = new TenantEntity();
        shop.id = ids.next();
        shop.slug = SLUG;
        shop.name = "Alder & Pine";
        VisitorKeys.StoredKey key = keys.make(shop.id);
        shop.visitorKey = key.clear();
        shop.sealedVisitorKey = key.sealed();
        shop.createdAt = clock.instant();
        shop.limits = "{}";
        try {
            shop.settings = json.writeValueAsString(settings());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return shop;
    }

    private static TenantSettings settings() {
        return new TenantSettings(
                "Juniper",
                "Hello! I know my way around shipping, returns, sizes and our three products. What can I help you with?",
                List.of("How long do I have to send shoes back?", "What does shipping cost?",
                        "Is the Nimbus jacket waterproof?"),
                "#2f6f5e",
                "en",
                "You are talking to an AI assistant. It answers from the shop's FAQ.",
                "Our team answers Monday to Friday, 9 am to 5 pm.",
                "Friendly, plain and brief.",
                List.of("http://localhost:*", "http://127.0.0.1:*", "http://[::1]:*"),
                null,
                Map.of());
    }

    private ApiKeyEntity key(TenantEntity shop, String secret) {
        ApiKeyEntity key = new ApiKeyEntity();
        key.id = ids.next();
        key.tenantId = shop.id;
        key.name = "first key";
        key.keyHash = ApiKey.hash(secret);
        key.hint = ApiKey.hint(secret);
        key.scopes = String.join(" ", ApiKey.SCOPES);
        key.createdAt = clock.instant();
        return key;
    }
}
