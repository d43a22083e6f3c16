package dev.parley.lane;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.model.ChatModel;
import dev.parley.model.LaneOrder;
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

    LaneWatch(Tenants tenants, ShopLanes lanes, ChatModel model) {
        this.tenants = tenants;
        this.lanes = lanes;
        this.model = model;
    }

    @Scheduled(every = "${parley.watch.every:24h}", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return tenants.all()
                .chain(shops -> Multi.createBy().concatenating()
                        .streams(Multi.createFrom().item(model.defaults(null)), ownLanes(shops))
                        .onItem().transformToUniAndConcatenate(model::watch)
                        .collect().asList())
                .onFailure()
                .invoke(failure -> LOG.warn("The models could not be looked at; tried again tomorrow", failure))
                .onFailure().recoverWithNull()
                .replaceWithVoid();
    }

    private Multi<LaneOrder> ownLanes(java.util.List<Tenant> shops) {
        return Multi.createFrom().iterable(shops).filter(shop -> !shop.models().lanes().isEmpty()).map(lanes::of);
    }
}
