package dev.parley.signin;

import static dev.parley.testsupport.Shops.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.parley.agent.Agent;
import dev.parley.agent.AgentRole;
import dev.parley.agent.Agents;
import dev.parley.agent.SsoAgentRepository;
import dev.parley.platform.database.Statements;
import dev.parley.signin.IdTokens.Person;
import dev.parley.signin.SsoRefusedException.Reason;
import dev.parley.tenant.TenantId;
import dev.parley.tenant.Tenants;
import dev.parley.testsupport.ConsoleUser;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which agents may sign in through the identity provider. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SsoAgentsTest {
    private static final String ISSUER = "https://id.example";

    @Inject
    Shops shops;
    @Inject
    SsoAgentRepository repository;
    @Inject
    Agents agents;
    @Inject
    AgentSessions sessions;
    @Inject
    Tenants tenants;
    @Inject
    Statements statements;
    private Shop shop;
    private ConsoleUser agent;
    private String subject;

    @BeforeEach
    void openShop() {
        shop = shops.open();
        agent = shops.agent(shop, "agent");
        subject = "subject-" + UUID.randomUUID();
    }

    private record Settings(Optional<String> tenant, boolean create, Optional<String> roleClaim) implements SsoConfig {
        @Override
        public Optional<String> issuer() {
            return Optional.of(ISSUER);
        }

        @Override
        public Optional<String> clientId() {
            return Optional.of("parley");
        }

        @Override
        public Optional<String> clientSecret() {
            return Optional.empty();
        }

        @Override
        public String name() {
            return "ID";
        }

        @Override
        public String scope() {
            return "openid";
        }

        @Override
        public Optional<List<String>> domains() {
            return Optional.empty();
        }
    }

    private SsoAgents provider(SsoAgentRepository found) {
        return new SsoAgents(new Settings(Optional.of(shop.slug()), true, Optional.of("role")), found, agents, tenants);
    }

    private Agent comes(String email, String role) {
        return await(provider(repository).of(ISSUER, person(email, role), ""));
    }

    private Person person(String email, String role) {
        return new Person(subject, email, "Ada", Map.of("role", role));
    }

    private void disable(UUID id) {
        shops.sql("UPDATE agent SET disabled_at = now() WHERE id = ?", id);
    }

    private void assertRefused(Reason reason, String email, String role) {
        assertThatThrownBy(() -> comes(email, role)).isInstanceOfSatisfying(SsoRefusedException.class,
                refused -> assertThat(refused.reason()).isEqualTo(reason));
        assertThat(shops.column("SELECT count(*) FROM agent WHERE tenant_id = ? AND disabled_at IS NULL",
                shop.id().value())).containsExactly("0");
    }

    @Test
    void invitedAgent_comesInAndGetsTheRole() {
        assertThat(comes(agent.email(), "supervisor").role()).isEqualTo(AgentRole.SUPERVISOR);
    }

    @Test
    void disabledAgent_isToldSo() {
        comes(agent.email(), "agent");
        disable(agent.id());

        assertRefused(Reason.DISABLED, agent.email(), "administrator");
    }

    @Test
    void agentWhoWasDisabledBeforeTheFirstSignIn_isToldSo() {
        disable(agent.id());

        assertRefused(Reason.DISABLED, agent.email(), "agent");
    }

    /** A changed e-mail at the provider does not give access to another agent. */
    @Test
    void disabledAgentWithANewEmail_isNotInvitedAnew() {
        comes(agent.email(), "agent");
        disable(agent.id());

        assertRefused(Reason.DISABLED, "new-" + agent.email(), "agent");
    }

    @Test
    void agentWhoIsDisabledWhileComingIn_staysDisabled() {
        SsoAgentRepository atThatMoment = new SsoAgentRepository(statements) {
            private boolean done;

            @Override
            public Uni<@Nullable Agent> bind(TenantId tenant, UUID id, String bound) {
                Uni<@Nullable Agent> found = super.bind(tenant, id, bound);
                if (done) {
                    return found;
                }
                done = true;
                return found.invoke(() -> disable(id));
            }
        };

        assertThatThrownBy(() -> await(provider(atThatMoment).of(ISSUER, person(agent.email(), "administrator"), "")))
                .isInstanceOf(SsoRefusedException.class);
        assertThat(shops.column("SELECT role || ' ' || (disabled_at IS NOT NULL) FROM agent WHERE id = ?", agent.id()))
                .containsExactly("agent true");
    }

    @Test
    void sessionOfAnAgentWhoIsDisabledMeanwhile_isNotOpened() {
        Agent coming = comes(agent.email(), "agent");
        disable(agent.id());

        assertThatThrownBy(() -> await(sessions.open(coming, null))).extracting("code").isEqualTo("sign_in_failed");
    }

    @Test
    void lastAdministrator_staysOneWhateverTheProviderSays() {
        comes(agent.email(), "administrator");

        assertThat(comes(agent.email(), "agent").role()).isEqualTo(AgentRole.ADMINISTRATOR);
    }
}
