package dev.parley.tenant;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Makes the demo shop's first administrator, so that somebody can sign in and invite the others. */
@ApplicationScoped
public class FirstAdministrator {
    private final Agents agents;
    private final String email;
    private final Optional<String> password;

    FirstAdministrator(Agents agents, @ConfigProperty(name = "parley.admin.email") Optional<String> email,
            @ConfigProperty(name = "parley.admin.password") Optional<String> password) {
        this.agents = agents;
        this.email = email.map(String::strip).filter(text -> !text.isEmpty()).orElse("admin@localhost");
        this.password = password.filter(text -> !text.isBlank());
    }

    /**
     * Who it is.
     *
     * @param generatedPassword null when one was given, or when the shop had an agent already
     */
    public record Made(String email, @Nullable String generatedPassword) {}

    public Uni<Made> makeIfAbsent(TenantId shop) {
        String secret = password.orElseGet(Token::generate);
        AgentDetails details = new AgentDetails(email, "Administrator", AgentRole.ADMINISTRATOR, null, List.of());
        return agents.openFirst(shop, details, secret)
                .map(made -> new Made(email, made && password.isEmpty() ? secret : null));
    }
}
