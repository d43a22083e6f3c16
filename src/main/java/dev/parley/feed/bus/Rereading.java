package dev.parley.feed.bus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.parley.conversation.lookup.Standing;
import dev.parley.conversation.lookup.StandingRepository;
import dev.parley.feed.ConversationFeed;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import org.jboss.logging.Logger;

/** After hints were lost: compares what this replica has told with the tables. Confined to one context. */
final class Rereading {
    private static final Logger LOG = Logger.getLogger(Rereading.class);
    /** Of one conversation; its followers read the rest themselves. */
    static final int MAX_MESSAGES = 200;
    private static final int AT_ONCE = 1_000;
    /** Of a shop's consoles, those with the latest activity. */
    private static final int OF_CONSOLES = 200;

    private final ConversationFeed feed;
    private final StandingRepository standings;
    private final Arrivals arrivals;
    private final Context context;
    private final Map<TenantId, Map<UUID, Standing>> ofConsoles = new HashMap<>();
    private boolean running;
    private boolean again;

    Rereading(ConversationFeed feed, StandingRepository standings, Arrivals arrivals, Context context) {
        this.feed = feed;
        this.standings = standings;
        this.arrivals = arrivals;
        this.context = context;
    }

    void begin() {
        if (running) {
            again = true;
            return;
        }
        running = true;
        again = false;
        followed().chain(this::consoles)
                .emitOn(command -> context.runOnContext(ignored -> command.run()))
                .onFailure().invoke(failure -> LOG.warnf("What other replicas told is read later: %s", failure))
                .onFailure().recoverWithNull()
                .subscribe().with(done -> {
                    running = false;
                    if (again) {
                        begin();
                    }
                });
    }

    private Uni<Void> followed() {
        List<Standing> known = feed.standings();
        List<List<Standing>> chunks = new ArrayList<>();
        for (int from = 0; from < known.size(); from += AT_ONCE) {
            chunks.add(known.subList(from, Math.min(known.size(), from + AT_ONCE)));
        }
        return Multi.createFrom().iterable(chunks)
                .onItem().transformToUniAndConcatenate(this::compare)
                .collect().asList().replaceWithVoid();
    }

    private Uni<Void> compare(List<Standing> known) {
        Map<UUID, Standing> told = new HashMap<>();
        known.forEach(each -> told.put(each.conversation(), each));
        return standings.of(told.keySet())
                .emitOn(command -> context.runOnContext(ignored -> command.run()))
                .invoke(found -> found.forEach(now -> {
                    Standing before = told.get(now.conversation());
                    if (before != null) {
                        compare(before, now);
                    }
                }))
                .replaceWithVoid();
    }

    private void compare(Standing told, Standing now) {
        if (now.lastSeq() > told.lastSeq() || now.epoch() > told.epoch()) {
            // One that has been told nothing yet: its newest message, which makes followers read what they lack.
            long since = told.lastSeq() < 0 ? now.lastSeq() - 1 : told.lastSeq();
            arrivals.reread(now.tenant(), now.conversation(), since, now.lastSeq() > told.lastSeq(),
                    now.epoch() > told.epoch());
        }
    }

    private Uni<Void> consoles() {
        List<TenantId> tenants = List.copyOf(feed.followedTenants());
        ofConsoles.keySet().retainAll(tenants);
        return Multi.createFrom().iterable(tenants)
                .onItem().transformToUniAndConcatenate(tenant -> standings.latest(tenant, OF_CONSOLES)
                        .emitOn(command -> context.runOnContext(ignored -> command.run()))
                        .invoke(found -> refresh(tenant, found)).replaceWithVoid())
                .collect().asList().replaceWithVoid();
    }

    private void refresh(TenantId tenant, List<Standing> found) {
        Map<UUID, Standing> before = ofConsoles.getOrDefault(tenant, Map.of());
        Map<UUID, Standing> now = new HashMap<>();
        for (Standing each : found) {
            now.put(each.conversation(), each);
            if (!each.equals(before.get(each.conversation()))) {
                feed.refresh(tenant, each.conversation());
            }
        }
        ofConsoles.put(tenant, now);
    }
}
