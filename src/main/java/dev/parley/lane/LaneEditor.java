package dev.parley.lane;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.model.ChatModel;
import dev.parley.model.Lane;
import dev.parley.model.LaneOrder;
import dev.parley.model.health.LaneCheck;
import dev.parley.model.health.LaneState;
import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.platform.SecretBox;
import dev.parley.spend.Spend;
import dev.parley.tenant.LaneSettings;
import dev.parley.tenant.ModelSettings;
import dev.parley.tenant.ModerationSettings;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.TenantId;
import dev.parley.tenant.Tenants;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class LaneEditor {
    private static final int MAX_LANES = 10;
    private static final int NAMES_SHOWN = 8;

    private final Tenants tenants;
    private final ShopLanes lanes;
    private final ChatModel model;
    private final Spend spend;
    private final SecretBox secretBox;

    LaneEditor(Tenants tenants, ShopLanes lanes, ChatModel model, Spend spend, SecretBox secretBox) {
        this.tenants = tenants;
        this.lanes = lanes;
        this.model = model;
        this.spend = spend;
        this.secretBox = secretBox;
    }

    /** A null {@code key} means keep the key of the lane of this name, if the server is the same. */
    public record Wanted(LaneSettings settings, @Nullable String key) {}

    /** @param pointer of the lane in the body */
    private record Checked(LaneSettings sealed, Lane lane, String pointer) {}

    public Uni<ModelSettings> get(TenantId id) {
        return tenant(id).map(Tenant::models);
    }

    /** By lane name; lanes not used yet are missing. */
    public Map<String, LaneStatus> standings(TenantId id) {
        String owner = id.toString();
        return model.laneStates().stream().filter(lane -> lane.owner().equals(owner))
                .collect(Collectors.toMap(LaneState::name, LaneStatus::of));
    }

    /** An operator's model for shops without lanes. {@code state} is null until used. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Shared(String model, @Nullable LaneStatus state) {}

    /** In order of use. */
    public List<Shared> shared() {
        Map<String, LaneStatus> states = model.laneStates().stream().filter(LaneState::operators)
                .collect(Collectors.toMap(LaneState::name, LaneStatus::of));
        LaneOrder order = model.defaults(null);
        return order.usable()
                ? order.models().stream().map(name -> new Shared(name, states.get(name))).toList()
                : List.of();
    }

    /** Replaces all lanes, or none if one is refused. */
    public Uni<ModelSettings> replace(TenantId id, List<Wanted> wanted, @Nullable String stayIn,
            @Nullable ModerationSettings moderation) {
        return replace(id, wanted, stayIn, moderation, null);
    }

    /** Also fails if the lanes do not match the `If-Match` header. */
    public Uni<ModelSettings> replace(TenantId id, List<Wanted> wanted, @Nullable String stayIn,
            @Nullable ModerationSettings moderation, @Nullable String ifMatch) {
        return replace(id, new WantedLanes(wanted, null), stayIn, moderation, ifMatch);
    }

    /** A null {@code speech} means unchanged. */
    public record WantedLanes(List<Wanted> chat, @Nullable List<Wanted> speech) {}

    /** Includes speech lanes. */
    public Uni<ModelSettings> replace(TenantId id, WantedLanes wanted, @Nullable String stayIn,
            @Nullable ModerationSettings moderation, @Nullable String ifMatch) {
        return tenant(id).chain(shop -> {
            Set<String> names = new HashSet<>();
            List<Checked> chat = check(shop, wanted.chat(), stayIn, names, Lane.Use.CHAT);
            List<Checked> speech = check(shop, speech(shop, wanted), stayIn, names, Lane.Use.SPEECH);
            ModelSettings fresh = new ModelSettings(chat.stream().map(Checked::sealed).toList(), stayIn,
                    moderation, speech.stream().map(Checked::sealed).toList());
            return Multi.createBy().concatenating()
                    .streams(Multi.createFrom().iterable(chat), Multi.createFrom().iterable(speech))
                    .onItem().transformToUniAndConcatenate(this::look)
                    .collect().asList()
                    .chain(() -> tenants.setModels(id, fresh, ifMatch))
                    .replaceWith(fresh);
        });
    }

    private Uni<Tenant> tenant(TenantId id) {
        return tenants.latest(id).onItem().ifNull().failWith(() -> ParleyException.notFound("shop"));
    }

    private static List<Wanted> speech(Tenant shop, WantedLanes wanted) {
        return wanted.speech() != null
                ? wanted.speech()
                : shop.models().speech().stream().map(kept -> new Wanted(kept, null)).toList();
    }

    private List<Checked> check(Tenant shop, List<Wanted> wanted, @Nullable String stayIn, Set<String> names,
            Lane.Use use) {
        if (wanted.size() > MAX_LANES) {
            throw ParleyException.invalid("too_many_lanes", "A shop has at most " + MAX_LANES + " lanes.")
                    .at(pointer(use));
        }
        if (stayIn != null && !LaneRules.isRegion(stayIn)) {
            throw ParleyException.invalid("bad_stay_in", "`stay_in` is a short word such as `eu`, or left out.")
                    .at("/stay_in");
        }
        List<Checked> checked = new ArrayList<>();
        List<ParleyException> refusals = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            String pointer = pointer(use) + "/" + i;
            try {
                checked.add(check(shop, wanted.get(i), stayIn, names, use, pointer));
            } catch (ParleyException refused) {
                refusals.add(refused.at(pointer));
            }
        }
        if (!refusals.isEmpty()) {
            throw ParleyException.all(refusals);
        }
        spend.advice(checked.stream().map(lane -> lane.lane().model()).toList(),
                checked.stream().map(Checked::sealed).toList()).ifPresent(advice -> {
                    throw new ParleyException(Kind.UNPROCESSABLE, "no_price",
                            advice + " A lane may also bring a `price` of its own.");
                });
        return checked;
    }

    private static String pointer(Lane.Use use) {
        return use == Lane.Use.SPEECH ? "/speech" : "/lanes";
    }

    private Checked check(Tenant shop, Wanted wanted, @Nullable String stayIn, Set<String> names, Lane.Use use,
            String pointer) {
        LaneSettings set = wanted.settings();
        if (!names.add(set.name())) {
            throw ParleyException.invalid("bad_lane", "`name` is another lane's already.").at("/name");
        }
        if (stayIn != null && !stayIn.equalsIgnoreCase(set.region())) {
            throw new ParleyException(Kind.UNPROCESSABLE, "outside_region", "`region` is "
                    + (set.region() == null ? "unknown" : set.region())
                    + ", but this shop's questions stay in " + stayIn + ". Leave the lane out, or change `stay_in`.")
                    .at("/region");
        }
        Optional<LaneSettings> former = shop.models().all().stream()
                .filter(lane -> lane.name().equals(set.name()) && lane.sameServer(set)).findFirst();
        String kept = former.map(LaneSettings::sealedKey).orElse(null);
        if (wanted.key() != null) {
            LaneRules.requireKey(wanted.key());
        }
        String key = wanted.key() != null || kept == null ? wanted.key() : lanes.openKey(shop.id(), kept);
        Lane lane = lanes.lane(shop.id(), set, key).as(use);
        LaneRules.requirePriceFor(use, set.price());
        if (key == null && !set.kind().equals("compatible")) {
            throw ParleyException.invalid("key_missing",
                    "`key` is needed; a stored one is kept only for the same name, kind and base URL.").at("/key");
        }
        String sealed = wanted.key() == null ? kept : secretBox.seal(wanted.key(), shop.id().toString());
        return new Checked(set.withKey(sealed), lane, pointer);
    }

    /** Accepts an unreachable server: shops may be set up before their servers. */
    private Uni<LaneCheck> look(Checked checked) {
        return model.check(checked.lane()).invoke(check -> {
            String who = "Lane `" + checked.lane().name() + "`: ";
            switch (check.verdict()) {
                case THERE, UNKNOWN -> {
                    // Only a request for an answer can tell.
                }
                case GONE -> throw new ParleyException(Kind.UNPROCESSABLE, "model_gone",
                        who + "the server does not have "
                                + checked.lane().model()
                                + (check.shutdown() == null ? "" : ", which ended on " + check.shutdown())
                                + ". It has " + some(check.models()) + ".")
                        .at(checked.pointer() + "/model");
                case KEY_REFUSED -> throw new ParleyException(Kind.UNPROCESSABLE, "key_refused",
                        who + "the server refuses the key.").at(checked.pointer() + "/key");
                case ADDRESS_REFUSED -> throw new ParleyException(Kind.UNPROCESSABLE, "address_refused", who
                        + "`base_url` leads nowhere, or into a private network. Only the operator can allow that, with PARLEY_OUTGOING_ALLOW_PRIVATE=true.")
                        .at(checked.pointer() + "/base_url");
            }
        });
    }

    private static String some(List<String> models) {
        String shown = String.join(", ", models.subList(0, Math.min(NAMES_SHOWN, models.size())));
        return models.size() > NAMES_SHOWN ? shown + " and " + (models.size() - NAMES_SHOWN) + " more" : shown;
    }
}
