package dev.parley.handoff;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.agent.AgentDuties;
import dev.parley.handoff.AbsenceRules.AgentStatus;
import dev.parley.signin.AgentSessions;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class AgentStatuses {
    private final PresenceRepository presence;
    private final AgentDuties duties;
    private final AgentSessions sessions;

    AgentStatuses(PresenceRepository presence, AgentDuties duties, AgentSessions sessions) {
        this.presence = presence;
        this.duties = duties;
        this.sessions = sessions;
    }

    /** Of any shop; omits deleted agents. */
    Uni<Map<UUID, AgentStatus>> of(Collection<UUID> agents) {
        return agents.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : Uni.combine().all().unis(presence.signs(agents), duties.some(agents), sessions.signedIn(agents))
                        .with((signs, known, signedIn) -> known.values().stream().collect(Collectors.toMap(
                                each -> each.agent(), each -> AbsenceRules.status(each, signs.get(each.agent()),
                                        signedIn.contains(each.agent())))));
    }
}
