package dev.parley.signin;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.agent.AgentDetails;
import dev.parley.agent.AgentRole;
import dev.parley.agent.Agents;
import dev.parley.platform.Token;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@ApplicationScoped
public class FirstAdministrator {
    private final Agents agents;
    private final AgentPasswords passwords;
    private final String email;
    private final Optional<String> password;

    FirstAdministrator(Agents agents, AgentPasswords passwords,
            @ConfigProperty(name = "parley.admin.email") Optional<String> email,
            @ConfigProperty(name = "parley.admin.password") Optional<String> password) {
        this.agents = agents;
        this.passwords = passwords;
        this.email = email.map(String::strip).filter(text -> !text.isEmpty()).orElse("admin@localhost");
        this.password = password.filter(text -> !text.isBlank());
    }

    /** {@code made} is true if created just now. */
    public record Made(String email, boolean made) {}

    /**
     * Does nothing if the shop has an agent, or if a generated password cannot be handed over. {@code tell} runs before
     * the agent is created, since a crash in between would lose the password; it returns true on success.
     */
    public Uni<Made> makeIfAbsent(TenantId tenant, Predicate<Credentials> tell) {
        AgentDetails details = new AgentDetails(email, "Administrator", AgentRole.ADMINISTRATOR, null, List.of());
        return agents.all(tenant).chain(known -> {
            String secret = password.orElseGet(Token::generate);
            if (!known.isEmpty() || (password.isEmpty() && !tell.test(new Credentials(email, secret)))) {
                return Uni.createFrom().item(new Made(email, false));
            }
            return passwords.openFirst(tenant, details, secret).map(made -> new Made(email, made));
        });
    }

    public record Credentials(String email, String password) {
        /** Omits the password. */
        @Override
        public String toString() {
            return "Credentials[" + email + "]";
        }
    }
}
