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
    private final Map<UUID, AgentSocketSession> open = new ConcurrentHashMap<>();
    private final Map<TenantId, ShopConsoles> consoles = new ConcurrentHashMap<>();

    OpenConsoles(AgentServices services, Inbox inbox, AgentSessions sessions) {
        this.services = services;
        this.inbox = inbox;
        this.sessions = sessions;
    }

    void enter(AgentSocketSession session) {
        open.put(session.id(), session);
        ShopConsoles room = consoles.compute(session.agent().tenant(), (tenant, known) -> {
            ShopConsoles found = known == null ? new ShopConsoles(tenant, services, inbox) : known;
            found.enter(session);
            return found;
        });
        room.tellPresence(session);
        changed(session);
    }

    void leave(AgentSocketSession session) {
        open.remove(session.id());
        consoles.computeIfPresent(session.agent().tenant(), (tenant, room) -> {
            if (room.leave(session)) {
                room.close();
                return null;
            }
            return room;
        });
        services.work().presence().gone(session.id()).chain(() -> look(session.agent().tenant()))
                .subscribe().with(done -> {}, OpenConsoles::failed);
    }

    /** Shows colleagues at once, on other replicas soon. */
    void changed(AgentSocketSession session) {
        if (open.containsKey(session.id())) {
            services.work().presence().here(List.of(sign(session))).chain(() -> look(session.agent().tenant()))
                    .subscribe().with(done -> {}, OpenConsoles::failed);
        }
    }

    private Uni<Void> look(TenantId tenant) {
        ShopConsoles room = consoles.get(tenant);
        return room == null
                ? Uni.createFrom().voidItem()
                : services.work().presence().of(tenant).invoke(room::present).replaceWithVoid();
    }

    private static Sign sign(AgentSocketSession session) {
        return new Sign(session.id(), session.agent().tenant(), session.agent().id(), session.onScreen());
    }

    @Scheduled(every = "4s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sayThatWeAreHere() {
        return services.work().presence().here(open.values().stream().map(OpenConsoles::sign).toList());
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
        if (open.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<AgentSocketSession> asked = List.copyOf(open.values());
        return sessions.stillOpen(asked.stream().map(AgentSocketSession::session).distinct().toList())
                .invoke(open -> shut(asked, open)).replaceWithVoid();
    }

    private static void shut(List<AgentSocketSession> asked, Set<UUID> open) {
        asked.stream().filter(session -> !open.contains(session.session()))
                .forEach(session -> session.close(CloseCode.SESSION));
    }

    private static void failed(Throwable failure) {
        LOG.warnf("Who is there could not be told: %s", failure);
    }
}
