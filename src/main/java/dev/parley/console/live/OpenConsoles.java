package dev.parley.console.live;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.desk.Inbox;
import dev.parley.handoff.Presence.Sign;
import dev.parley.signin.AgentSessions;
import dev.parley.socket.CloseCode;
import dev.parley.tenant.TenantId;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/** This replica's open consoles: heartbeats, presence, and closing after the session ends. */
@ApplicationScoped
class OpenConsoles {
    private static final Logger LOG = Logger.getLogger(OpenConsoles.class);

    private final AgentServices services;
    private final Inbox inbox;
    private final AgentSessions sessions;
    private final Map<UUID, AgentLine> lines = new ConcurrentHashMap<>();
    private final Map<TenantId, ShopConsoles> consoles = new ConcurrentHashMap<>();

    OpenConsoles(AgentServices services, Inbox inbox, AgentSessions sessions) {
        this.services = services;
        this.inbox = inbox;
        this.sessions = sessions;
    }

    void enter(AgentLine line) {
        lines.put(line.id(), line);
        ShopConsoles room = consoles.compute(line.agent().tenant(), (tenant, open) -> {
            ShopConsoles found = open == null ? new ShopConsoles(tenant, services, inbox) : open;
            found.enter(line);
            return found;
        });
        room.tellPresence(line);
        changed(line);
    }

    void leave(AgentLine line) {
        lines.remove(line.id());
        consoles.computeIfPresent(line.agent().tenant(), (tenant, room) -> {
            if (room.leave(line)) {
                room.close();
                return null;
            }
            return room;
        });
        services.work().presence().gone(line.id()).chain(() -> look(line.agent().tenant()))
                .subscribe().with(done -> {}, OpenConsoles::failed);
    }

    /** Shows colleagues at once, on other replicas soon. */
    void changed(AgentLine line) {
        if (lines.containsKey(line.id())) {
            services.work().presence().here(List.of(sign(line))).chain(() -> look(line.agent().tenant()))
                    .subscribe().with(done -> {}, OpenConsoles::failed);
        }
    }

    private Uni<Void> look(TenantId tenant) {
        ShopConsoles room = consoles.get(tenant);
        return room == null
                ? Uni.createFrom().voidItem()
                : services.work().presence().of(tenant).invoke(room::present).replaceWithVoid();
    }

    private static Sign sign(AgentLine line) {
        return new Sign(line.id(), line.agent().tenant(), line.agent().id(), line.onScreen());
    }

    @Scheduled(every = "4s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sayThatWeAreHere() {
        return services.work().presence().here(lines.values().stream().map(OpenConsoles::sign).toList());
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> lookAround() {
        List<Uni<Void>> looks = consoles.keySet().stream().map(this::look).toList();
        return looks.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(looks).andCollectFailures().replaceWithVoid();
    }

    /** Any replica may have closed the session or disabled the agent. */
    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> shutThoseWhoseSessionIsOver() {
        if (lines.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<AgentLine> asked = List.copyOf(lines.values());
        return sessions.stillOpen(asked.stream().map(AgentLine::session).distinct().toList())
                .invoke(open -> shut(asked, open)).replaceWithVoid();
    }

    private static void shut(List<AgentLine> asked, Set<UUID> open) {
        asked.stream().filter(line -> !open.contains(line.session())).forEach(line -> line.close(CloseCode.SESSION));
    }

    private static void failed(Throwable failure) {
        LOG.warnf("Who is there could not be told: %s", failure);
    }
}
