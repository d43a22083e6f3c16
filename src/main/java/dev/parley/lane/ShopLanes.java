package dev.parley.lane;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.model.ChatModel;
import dev.parley.model.Lane;
import dev.parley.model.LaneOrder;
import dev.parley.model.speech.SpeechModel;
import dev.parley.platform.ParleyException;
import dev.parley.platform.SecretBox;
import dev.parley.spend.Spend;
import dev.parley.tenant.LaneSettings;
import dev.parley.tenant.ModelSettings;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.TenantId;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Selects the lanes for a shop: its own, else the operator's, never outside its region. */
@ApplicationScoped
public class ShopLanes {
    private static final Logger LOG = Logger.getLogger(ShopLanes.class);

    private final ChatModel model;
    private final SpeechModel speech;
    private final SecretBox secretBox;
    private final Spend spend;
    /** Opening keys is slower than checking that the settings are unchanged. */
    private final Map<TenantId, Ready> ready = new ConcurrentHashMap<>();

    private record Ready(ModelSettings settings, LaneOrder order, LaneOrder speech) {}

    ShopLanes(ChatModel model, SpeechModel speech, SecretBox secretBox, Spend spend) {
        this.model = model;
        this.speech = speech;
        this.secretBox = secretBox;
        this.spend = spend;
    }

    /** Skips lanes without a price as long as one has one. */
    public LaneOrder of(Tenant shop) {
        return priced(shop, inside(shop).order());
    }

    public LaneOrder speech(Tenant shop) {
        return priced(shop, inside(shop).speech());
    }

    private LaneOrder priced(Tenant shop, LaneOrder order) {
        List<String> models = order.models();
        return models.size() < 2 ? order : order.only(spend.priced(shop, models));
    }

    private Ready inside(Tenant shop) {
        Ready known = ready.get(shop.id());
        if (known != null && known.settings.equals(shop.models())) {
            return known;
        }
        ModelSettings set = shop.models();
        Ready fresh = new Ready(set,
                set.lanes().isEmpty()
                        ? model.defaults(set.stayIn())
                        : LaneOrder.of(lanes(shop, set.lanes()), set.stayIn()),
                set.speech().isEmpty()
                        ? speech.defaults(set.stayIn())
                        : LaneOrder.of(
                                lanes(shop, set.speech()).stream().map(lane -> lane.as(Lane.Use.SPEECH)).toList(),
                                set.stayIn()));
        ready.put(shop.id(), fresh);
        return fresh;
    }

    private List<Lane> lanes(Tenant shop, List<LaneSettings> set) {
        return set.stream().map(lane -> lane(shop.id(), lane)).flatMap(Optional::stream).toList();
    }

    /** Omits lanes whose key cannot be opened: the FAQ is better than the operator's money or a foreign region. */
    private Optional<Lane> lane(TenantId tenant, LaneSettings set) {
        try {
            return Optional.of(lane(tenant, set, set.sealedKey() == null ? null : key(tenant, set.sealedKey())));
        } catch (ParleyException unusable) {
            LOG.errorf("tenant=%s %s is not asked: %s", tenant, set, unusable.detail());
            return Optional.empty();
        }
    }

    private String key(TenantId tenant, String sealed) {
        return secretBox.open(sealed, tenant.toString())
                .orElseThrow(() -> new ParleyException(ParleyException.Kind.CONFLICT, "key_unreadable",
                        "Its key was sealed with another PARLEY_SECRET_KEY (or service-key file). Restore that, or send the key again with PUT /v1/lanes."));
    }

    Lane lane(TenantId tenant, LaneSettings set, @Nullable String key) {
        return LaneRules.lane(tenant.toString(), set, key, model.patience());
    }

    String openKey(TenantId tenant, String sealed) {
        return key(tenant, sealed);
    }

    /** Model names for ledgers and prices; the operator's if none may be used, since a name is required. */
    public List<String> names(Tenant shop) {
        LaneOrder order = of(shop);
        return order.usable() ? order.models() : model.names();
    }

    /** The smallest context window among the shop's lanes; empty: the operator's setting. */
    public OptionalInt window(Tenant shop) {
        return shop.models().lanes().stream().map(LaneSettings::window).filter(java.util.Objects::nonNull)
                .mapToInt(Integer::intValue).min();
    }
}
