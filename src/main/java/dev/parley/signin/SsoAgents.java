package dev.parley.signin;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.agent.Agent;
import dev.parley.agent.AgentDetails;
import dev.parley.agent.AgentRole;
import dev.parley.agent.Agents;
import dev.parley.agent.SsoAgentRepository;
import dev.parley.platform.ParleyException;
import dev.parley.signin.IdTokens.Person;
import dev.parley.signin.SsoRefusedException.Reason;
import dev.parley.tenant.Tenants;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Finds the agent of a person at the identity provider, or creates one if the operator allows it. */
@ApplicationScoped
class SsoAgents {
    private final SsoConfig config;
    private final SsoAgentRepository repository;
    private final Agents agents;
    private final Tenants tenants;

    SsoAgents(SsoConfig config, SsoAgentRepository repository, Agents agents, Tenants tenants) {
        this.config = config;
        this.repository = repository;
        this.agents = agents;
        this.tenants = tenants;
    }

    /** @param wished the shop's slug that the person chose; the operator's settings take precedence */
    Uni<Agent> of(String issuer, Person person, String wished) {
        String email = AgentDetails.email(person.email());
        String subject = issuer + " " + person.subject();
        String slug = shop(email).orElse(wished.isEmpty() ? null : wished);
        return repository.find(subject, email, slug)
                .chain(found -> found.size() == 1
                        ? Uni.createFrom().item(found.getFirst())
                        : found.isEmpty()
                                ? notDisabled(subject, email, slug).chain(() -> create(person, email, shop(email)))
                                : Uni.createFrom().nullItem())
                .onItem().ifNull().failWith(SsoAgents::nobody)
                .chain(agent -> repository.bind(agent.tenant(), agent.id(), subject))
                .onItem().ifNull().failWith(SsoAgents::nobody)
                .chain(agent -> withRole(agent, person, subject));
    }

    private Uni<Void> notDisabled(String subject, String email, @Nullable String slug) {
        return repository.isDisabled(subject, email, slug).invoke(disabled -> {
            if (disabled) {
                throw new SsoRefusedException(Reason.DISABLED, "the agent is disabled");
            }
        }).replaceWithVoid();
    }

    private static SsoRefusedException nobody() {
        return new SsoRefusedException(Reason.NOT_INVITED, "no agent, or several, with that e-mail");
    }

    private Optional<String> shop(String email) {
        if (config.domains().isEmpty()) {
            return config.tenant();
        }
        String start = email.substring(email.indexOf('@') + 1) + "=";
        String slug = config.domains().get().stream().map(String::strip).filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length())).findFirst().orElseThrow(SsoAgents::nobody);
        return Optional.of(slug);
    }

    /** Never in a shop that only the person named. */
    private Uni<@Nullable Agent> create(Person person, String email, Optional<String> slug) {
        if (!config.create() || slug.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        AgentDetails details = new AgentDetails(email, name(person, email), AgentRole.AGENT, null, List.of());
        return tenants.bySlug(slug.get()).onItem().ifNull().failWith(SsoAgents::nobody)
                .chain(shop -> agents.invite(shop.id(), details))
                // The e-mail belongs to a disabled agent or to another person.
                .onFailure(ParleyException.class).transform(taken -> nobody());
    }

    private static String name(Person person, String email) {
        String name = person.name() == null ? "" : person.name().replaceAll("\\p{Cntrl}", "").strip();
        return name.isEmpty() || name.length() > 100 ? email.substring(0, Math.min(100, email.indexOf('@'))) : name;
    }

    /** Never demotes the last administrator. */
    private Uni<Agent> withRole(Agent agent, Person person, String subject) {
        AgentRole role = config.roleClaim().flatMap(person::role).orElse(agent.role());
        return role == agent.role()
                ? Uni.createFrom().item(agent)
                : repository.setRole(agent, role).onItem().ifNull()
                        .switchTo(() -> repository.bind(agent.tenant(), agent.id(), subject)).onItem().ifNull()
                        .failWith(() -> new SsoRefusedException(Reason.DISABLED, "disabled at this moment"));
    }
}
