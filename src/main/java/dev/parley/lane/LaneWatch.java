package dev.parley.lane;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.model.ChatModel;
import dev.parley.model.LaneOrder;
import dev.parley.model.speech.SpeechModel;
import dev.parley.platform.OneByOne;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.Tenants;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/** Checks daily, and soon after the start, that every lane still has its model, since models are retired. */
@ApplicationScoped
class LaneWatch {
    private static final Logger LOG = Logger.getLogger(LaneWatch.class);

    private final Tenants tenants;
    private final ShopLanes lanes;
    private final ChatModel model;
    private final SpeechModel speech;
    private final OneByOne oneByOne;

    LaneWatch(Tenants tenants, ShopLanes lanes, ChatModel model, SpeechModel speech, OneByOne oneByOne) {
        this.speech = speech;
        this.oneByOne = oneByOne;
        this.tenants = tenants;
        this.lanes = lanes;
        this.model = model;
    }

    /** How often the servers' lists of models are read, to warn before a model ends. */
    @Scheduled(every = "${parley.watch.every:24h}", delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return tenants.all()
                .chain(shops -> oneByOne.each("lane_watch", looks(shops), Look::of, look -> look.work().get()))
                .onFailure()
                .invoke(failure -> LOG.warn("The models could not be looked at; tried again tomorrow", failure))
                .onFailure().recoverWithNull()
                .replaceWithVoid();
    }

    /** The speech model is set by default and matters only once a shop enables voice messages. */
    private Uni<Void> heard(List<Tenant> shops) {
        LaneOrder order = speech.defaults(null);
        return speech.chosen() || speech.inUse(order) || shops.stream().anyMatch(LaneWatch::speaksToTheOperators)
                ? model.watch(order)
                : Uni.createFrom().voidItem();
    }

    private static boolean speaksToTheOperators(Tenant shop) {
        return shop.settings().voice().enabled() && shop.models().speech().isEmpty();
    }

    /** A shop's lanes are prepared lazily, since that may fail, too. */
    private record Look(Object of, Supplier<Uni<Void>> work) {}

    private List<Look> looks(List<Tenant> shops) {
        List<Look> looks = new ArrayList<>();
        looks.add(new Look("operator", () -> model.watch(model.defaults(null))));
        looks.add(new Look("operator", () -> heard(shops)));
        for (Tenant shop : shops) {
            if (!shop.models().lanes().isEmpty()) {
                looks.add(new Look(shop.id(), () -> model.watch(lanes.of(shop))));
            }
            if (!shop.models().speech().isEmpty()) {
                looks.add(new Look(shop.id(), () -> model.watch(lanes.speech(shop))));
            }
        }
        return looks;
    }
}
