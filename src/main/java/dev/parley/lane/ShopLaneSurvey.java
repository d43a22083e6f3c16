package dev.parley.lane;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.model.ChatModel;
import dev.parley.model.Lane;
import dev.parley.model.health.LaneCheck;
import dev.parley.platform.OneByOne;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.Tenants;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Asks the servers of shops' own lanes for their lists of models: free of charge, through the guard for addresses. */
@ApplicationScoped
public class ShopLaneSurvey {
    /** A server that does not answer takes seconds, and shops are many. */
    private static final int AT_ONCE = 8;

    private final Tenants tenants;
    private final ShopLanes lanes;
    private final ChatModel model;
    private final OneByOne oneByOne;

    ShopLaneSurvey(Tenants tenants, ShopLanes lanes, ChatModel model, OneByOne oneByOne) {
        this.tenants = tenants;
        this.lanes = lanes;
        this.model = model;
        this.oneByOne = oneByOne;
    }

    /** {@code shop} is the slug. */
    public record Asked(String shop, Lane lane, LaneCheck check) {}

    private record Own(String shop, Lane lane) {}

    /** Lanes that cannot be asked, since their key cannot be read, are left out. */
    public Uni<List<Asked>> look() {
        return tenants.all().chain(shops -> Multi.createFrom().iterable(shops)
                .flatMap(shop -> Multi.createFrom().items(own(shop)))
                .onItem().transformToUni(own -> model.check(own.lane())
                        .map(check -> new Asked(own.shop(), own.lane(), check)))
                .merge(AT_ONCE)
                .collect().asList());
    }

    private Stream<Own> own(Tenant shop) {
        try {
            return Stream.concat(
                    shop.models().lanes().isEmpty() ? Stream.empty() : lanes.of(shop).lanes().stream(),
                    shop.models().speech().isEmpty() ? Stream.empty() : lanes.speech(shop).lanes().stream())
                    .map(lane -> new Own(shop.slug(), lane));
        } catch (RuntimeException broken) {
            oneByOne.failed("lane_survey", shop.id(), broken);
            return Stream.empty();
        }
    }
}
