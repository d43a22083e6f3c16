package dev.parley.tenant;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.platform.Ids;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Opens the shop `demo` at the first start, so that a newcomer has something to talk to. */
@ApplicationScoped
public class DemoShop {
    public static final String SLUG = "demo";

    private final TenantRepository repository;
    private final ObjectMapper json;
    private final Ids ids;
    private final Clock clock;
    private final Optional<String> bootstrapKey;

    DemoShop(TenantRepository repository, ObjectMapper json, Ids ids, Clock clock,
            @ConfigProperty(name = "parley.bootstrap.api.key") Optional<String> bootstrapKey) {
        this.repository = repository;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
        this.bootstrapKey = bootstrapKey.map(String::strip).filter(key -> !key.isEmpty());
    }

    /** The shop, and at its first start the API key that was made because none was given. */
    public record Opened(TenantId id, @Nullable String generatedKey) {}

    public Uni<Opened> openIfAbsent() {
        return repository.findBySlug(SLUG).chain(found -> found != null
                ? Uni.createFrom().item(new Opened(new TenantId(found.id), null))
                : open());
    }

    private Uni<Opened> open() {
        TenantEntity shop = shop();
        String key = bootstrapKey.orElseGet(ApiKey::generate);
        Opened opened = new Opened(new TenantId(shop.id), bootstrapKey.isPresent() ? null : key);
        return repository.create(shop, key(shop, key)).replaceWith(opened);
    }

    private TenantEntity shop() {
        byte[] visitorKey = new byte[32];
        new SecureRandom().nextBytes(visitorKey);
        TenantEntity shop = new TenantEntity();
        shop.id = ids.next();
        shop.slug = SLUG;
        shop.name = "Alder & Pine";
        shop.visitorKey = visitorKey;
        shop.createdAt = clock.instant();
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
