package dev.parley.handoff;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.agent.AgentDuties;
import dev.parley.handoff.Absence.Whereabouts;
import io.smallrye.mutiny.Uni;

/** Where agents are. */
@ApplicationScoped
class Attendance {
    private final PresenceRepository presence;
    private final AgentDuties duties;

    Attendance(PresenceRepository presence, AgentDuties duties) {
        this.presence = presence;
        this.duties = duties;
    }

    /** Of any shop; who is no agent any more is left out. */
    Uni<Map<UUID, Whereabouts>> of(Collection<UUID> agents) {
        return agents.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : Uni.combine().all().unis(presence.signs(agents), duties.some(agents))
                        .with((signs, known) -> known.values().stream().collect(Collectors.toMap(
                                each -> each.agent(), each -> Absence.whereabouts(each, signs.get(each.agent())))));
    }
}
