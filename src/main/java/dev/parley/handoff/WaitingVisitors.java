package dev.parley.handoff;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.agent.AgentDuties;
import dev.parley.agent.AgentDuty;
import dev.parley.conversation.HandoffReason;
import dev.parley.conversation.lookup.Workload;
import dev.parley.handoff.RoundRobin.Candidate;
import dev.parley.handoff.RoundRobin.Case;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class WaitingVisitors {
    /** Reasons that only the team can resolve, as the visitor was told. */
    private static final Set<HandoffReason> FOR_THE_TEAM = Set.of(HandoffReason.LEFT_MESSAGE, HandoffReason.ACTION);

    private final Workload workload;
    private final AgentDuties duties;
    private final PresenceRepository presence;

    WaitingVisitors(Workload workload, AgentDuties duties, PresenceRepository presence) {
        this.workload = workload;
        this.duties = duties;
        this.presence = presence;
    }

    /** {@code forTheTeam}: never returned to the bot. */
    record Waiting(Case waiting, Instant since, boolean forTheTeam) {}

    /** By priority, then waiting time. */
    Uni<List<Waiting>> waiting(TenantId tenant, Instant now, int max) {
        return Uni.combine().all().unis(workload.waiting(tenant, now, max), duties.of(tenant))
                .with((waiting, agents) -> {
                    Set<String> known = agents.stream().filter(agent -> !agent.disabled())
                            .flatMap(agent -> agent.skills().stream()).collect(Collectors.toSet());
                    return waiting.stream().map(each -> toWaiting(each, known)).toList();
                });
    }

    /** Only labels that are some agent's skill count: "vip" alone delays nobody. */
    private static Waiting toWaiting(Workload.Waiting each, Set<String> known) {
        Set<String> needed = new HashSet<>(each.labels());
        needed.retainAll(known);
        return new Waiting(new Case(each.conversation(), needed, each.locale()), each.since(),
                each.reason() != null && FOR_THE_TEAM.contains(each.reason()));
    }

    /** With an open console and not away. */
    Uni<List<Candidate>> there(TenantId tenant, int capacity) {
        return Uni.combine().all().unis(presence.here(tenant), duties.of(tenant), workload.byAgent(tenant))
                .with((here, agents, open) -> agents.stream()
                        .filter(agent -> !agent.disabled() && !agent.away() && here.contains(agent.agent()))
                        .map(agent -> candidate(agent, capacity, open))
                        .toList());
    }

    private static Candidate candidate(AgentDuty agent, int capacity, Map<UUID, Integer> open) {
        Integer own = agent.capacity();
        return new Candidate(agent.agent(), Set.copyOf(agent.skills()), own == null ? capacity : own,
                open.getOrDefault(agent.agent(), 0), agent.lastAssigned());
    }

    Uni<Void> assigned(TenantId tenant, UUID agent, Instant now) {
        return duties.assigned(tenant, agent, now);
    }

    /** Shops with waiting visitors. */
    Uni<List<TenantId>> busy() {
        return workload.shopsWithWaiting();
    }
}
