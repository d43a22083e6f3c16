package dev.parley.retention;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.Ids;
import dev.parley.platform.OneByOne;
import dev.parley.platform.OneByOne.StopException;
import dev.parley.shop.ShopRemoval;
import dev.parley.shop.ShopRemovals;
import dev.parley.tenant.ShopData;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/**
 * Purges deleted shops after their grace period: in batches per {@link ShopData}, then the shop itself. If a replica is
 * killed, the next lease holder continues; the receipt may count up to one batch too few.
 */
@ApplicationScoped
public class ShopPurge {
    private static final Logger LOG = Logger.getLogger(ShopPurge.class);

    private static final Duration AFTER_FAILURE = Duration.ofMinutes(5);

    private final ShopRemovals removals;
    private final List<ShopData> owners;
    private final RetentionConfig config;
    private final OneByOne oneByOne;
    private final Ids ids;

    ShopPurge(ShopRemovals removals, @All List<ShopData> owners, RetentionConfig config, OneByOne oneByOne,
            Ids ids) {
        this.removals = removals;
        this.owners = owners.stream().sorted(Comparator.comparingInt(ShopData::turn)).toList();
        this.config = config;
        this.oneByOne = oneByOne;
        this.ids = ids;
    }

    @Scheduled(every = "60s", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return runIfDue()
                .onFailure()
                .invoke(failure -> LOG.error("A deleted shop could not be purged; tried again soon", failure))
                .onFailure().recoverWithItem(0)
                .replaceWithVoid();
    }

    /** Purges until none is due or another replica is at it. Returns the number of shops. */
    public Uni<Integer> runIfDue() {
        UUID owner = ids.next();
        return removals.take(owner).chain(due -> due == null
                ? Uni.createFrom().item(0)
                : oneByOne.each("shop_purge", List.of(due), ShopRemoval::slug, shop -> purge(shop, owner))
                        .call(failed -> failed.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : removals.putOff(due.id(), owner, AFTER_FAILURE))
                        .chain(failed -> runIfDue().map(others -> others + 1 - failed.size())));
    }

    private Uni<Void> purge(ShopRemoval due, UUID owner) {
        Map<String, Long> gone = new TreeMap<>(due.deleted());
        return Multi.createFrom().iterable(owners)
                .onItem().transformToUniAndConcatenate(data -> deleteAll(data, due, owner, gone))
                .collect().asList()
                .chain(() -> removals.finish(due, owner))
                .invoke(remaining -> LOG.infof("Purged the deleted shop=%s receipt=%s deleted=%s remaining=%d",
                        due.slug(), due.id(), gone, remaining))
                .replaceWithVoid();
    }

    private Uni<Boolean> deleteAll(ShopData data, ShopRemoval due, UUID owner, Map<String, Long> gone) {
        return data.deleteSome(due.shopId(), config.batch())
                .invoke(some -> some.forEach((kind, count) -> gone.merge(kind, count, Long::sum)))
                .call(() -> removals.keep(due.id(), owner, gone).invoke(ShopPurge::stopIfLost))
                .chain(some -> some.values().stream().allMatch(count -> count == 0)
                        ? Uni.createFrom().item(true)
                        : Uni.createFrom().voidItem().onItem().delayIt().by(config.pause())
                                .chain(() -> deleteAll(data, due, owner, gone)));
    }

    private static void stopIfLost(boolean kept) {
        if (!kept) {
            throw new StopException("The purge stood still for so long that another replica took it over");
        }
    }
}
