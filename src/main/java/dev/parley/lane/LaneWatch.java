package dev.parley.lane;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.model.ChatModel;
import dev.parley.model.LaneOrder;
import dev.parley.model.SpeechModel;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.Tenants;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/**
 * Looks once a day, and soon after the start, whether every lane still has its model: models are retired on a day that nobody in a shop
 * has in the diary.
 */
@ApplicationScoped
class LaneWatch {
    private static final Logger LOG = Logger.getLogger(LaneWatch.class);

    private final Tenants tenants;
    private final ShopLanes lanes;
    private final ChatModel model;
    private final SpeechModel speech;

    LaneWatch(Tenants tenants, ShopLanes lanes, ChatModel model, SpeechModel speech) {
        this.speech = speech;
        this.tenants = tenants;
        this.lanes = lanes;
        this.model = model;
    }

    @Scheduled(every = "${parley.watch.every:24h}", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return tenants.all()
                .chain(shops -> Multi.createBy().concatenating()
                        .streams(Multi.createFrom().item(model.defaults(null)), heard(shops), ownLanes(shops))
                        .onItem().transformToUniAndConcatenate(model::watch)
                        .collect().asList())
                .onFailure()
                .invoke(failure -> LOG.warn("The models could not be looked at; tried again tomorrow", failure))
                .onFailure().recoverWithNull()
                .replaceWithVoid();
    }

    /** The operator's speech model is there by default, and none of most operators' business until a shop lets its visitors speak. */
    private Multi<LaneOrder> heard(List<Tenant> shops) {
        LaneOrder order = speech.defaults(null);
        return speech.chosen() || speech.inUse(order) || shops.stream().anyMatch(LaneWatch::speaksToTheOperators)
                ? Multi.createFrom().item(order)
                : Multi.createFrom().empty();
    }

    private static boolean speaksToTheOperators(Tenant shop) {
        return shop.settings().voice().enabled() && shop.models().speech().isEmpty();
    }

    private Multi<LaneOrder> ownLanes(List<Tenant> shops) {
        return Multi.createFrom().iterable(shops).filter(shop -> !shop.models().all().isEmpty())
                .onItem().transformToMultiAndConcatenate(shop -> Multi.createFrom().items(
                        Stream.of(shop.models().lanes().isEmpty() ? null : lanes.of(shop),
                                shop.models().speech().isEmpty() ? null : lanes.speech(shop))
                                .filter(Objects::nonNull)));
    }
}
