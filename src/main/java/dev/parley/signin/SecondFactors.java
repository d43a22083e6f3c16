package dev.parley.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.agent.Agent;
import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.platform.SecretBox;
import dev.parley.signin.SecondFactorRepository.Factor;
import dev.parley.tenant.Tenants;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A second factor at sign-in, for agents who want one: codes of an authenticator app, and recovery codes where that is gone. */
@ApplicationScoped
public class SecondFactors {
    private static final Logger LOG = Logger.getLogger(SecondFactors.class);

    private final SecondFactorRepository repository;
    private final AgentPasswords passwords;
    private final Attempts attempts;
    private final Tenants tenants;
    private final SecretBox secretBox;
    private final Clock clock;

    SecondFactors(SecondFactorRepository repository, AgentPasswords passwords, Attempts attempts, Tenants tenants,
            SecretBox secretBox,
            Clock clock) {
        this.repository = repository;
        this.passwords = passwords;
        this.attempts = attempts;
        this.tenants = tenants;
        this.secretBox = secretBox;
        this.clock = clock;
    }

    /**
     * How an agent's second factor stands.
     *
     * @param enabledAt null: it is off
     */
    public record State(@Nullable Instant enabledAt, int recoveryCodesLeft) {}

    /** What the agent's app must know, in Base32 and as the address in the QR code. */
    public record Secret(String secret, String uri) {
        @Override
        public String toString() {
            return "Secret[hidden]";
        }
    }

    public Uni<State> of(Agent agent) {
        return repository.state(agent.tenant(), agent.id());
    }

    /** A secret to be confirmed; fails with `second_factor_on` when there is a confirmed one. */
    public Uni<Secret> begin(Agent agent, String password, String address) {
        String secret = Totp.newSecret();
        String sealed = secretBox.seal(secret, owner(agent));
        return counted(agent, address, passwords.requirePassword(agent, password))
                .chain(() -> repository.begin(agent.tenant(), agent.id(), sealed))
                .invoke(begun -> require(begun, "second_factor_on",
                        "The second factor is on already. Remove it before you set up another one."))
                .chain(() -> tenants.byId(agent.tenant()))
                .map(shop -> new Secret(secret,
                        Totp.uri(shop == null ? "Parley" : shop.name(), agent.email(), secret)));
    }

    /** Turns it on; the recovery codes are told this once. */
    public Uni<List<String>> confirm(Agent agent, String code, String address) {
        List<String> codes = RecoveryCode.fresh();
        return counted(agent, address, repository.find(agent.tenant(), agent.id())
                .onItem().ifNull().failWith(() -> conflict("second_factor_not_begun", "Ask for a secret first."))
                .chain(factor -> confirm(agent, factor, code, codes)))
                .replaceWith(codes);
    }

    private Uni<Void> confirm(Agent agent, Factor factor, String code, List<String> codes) {
        require(!factor.confirmed(), "second_factor_on", "The second factor is on already.");
        OptionalLong step = stepOf(agent, factor, code);
        if (step.isEmpty()) {
            throw wrongCode();
        }
        return repository.confirm(agent, factor, step.getAsLong(), hashes(agent, codes), clock.instant())
                .invoke(confirmed -> require(confirmed, "second_factor_not_begun",
                        "Another secret has taken this one's place. Use the newest."))
                .replaceWithVoid();
    }

    /** Ten new recovery codes; the old ones are void. */
    public Uni<List<String>> renewCodes(Agent agent, String code, String address) {
        List<String> codes = RecoveryCode.fresh();
        return counted(agent, address, accept(agent, code).invoke(SecondFactors::requireRight))
                .chain(() -> repository.replaceCodes(agent.tenant(), agent.id(), hashes(agent, codes)))
                .replaceWith(codes);
    }

    public Uni<Void> remove(Agent agent, String password, String code, String address) {
        return counted(agent, address, passwords.requirePassword(agent, password)
                .chain(() -> accept(agent, code))
                .invoke(SecondFactors::requireRight))
                .chain(() -> reset(agent));
    }

    /** An administrator's help for one who has lost both telephone and codes. */
    public Uni<Void> reset(Agent agent) {
        return repository.remove(agent.tenant(), agent.id());
    }

    Uni<Boolean> isOn(Agent agent) {
        return repository.find(agent.tenant(), agent.id()).map(factor -> factor != null && factor.confirmed());
    }

    /** Whether the code is good: one of the app's that has not been used, or a recovery code, which is used up. */
    Uni<Boolean> accept(Agent agent, String typed) {
        String code = typed.replaceAll("\\s", "");
        return code.matches("\\d{6}")
                ? repository.find(agent.tenant(), agent.id()).chain(factor -> acceptStep(agent, factor, code))
                : repository.useCode(agent.tenant(), agent.id(), RecoveryCode.hash(agent.id(), typed));
    }

    private Uni<Boolean> acceptStep(Agent agent, @Nullable Factor factor, String code) {
        OptionalLong step = factor == null ? OptionalLong.empty() : stepOf(agent, factor, code);
        return step.isEmpty()
                ? Uni.createFrom().item(false)
                : repository.useStep(agent.tenant(), agent.id(), step.getAsLong());
    }

    private OptionalLong stepOf(Agent agent, Factor factor, String code) {
        return secretBox.open(factor.sealedSecret(), owner(agent))
                .map(secret -> Totp.stepOf(code.replaceAll("\\s", ""), secret, clock.instant()))
                .orElseGet(() -> {
                    LOG.errorf("tenant=%s agent=%s has a second factor that was sealed with another PARLEY_SECRET_KEY. "
                            + "Restore that, or reset the second factor.", agent.tenant(), agent.id());
                    return OptionalLong.empty();
                });
    }

    /** Whoever found an open session must not be able to guess here what they cannot guess at sign-in. */
    private <T> Uni<T> counted(Agent agent, String address, Uni<T> check) {
        String account = "factor " + agent.id();
        return attempts.take(account, address)
                .chain(() -> check)
                .call(() -> attempts.forgive(account, address));
    }

    /** A seal that is moved to another agent's row does not open. */
    private static String owner(Agent agent) {
        return "second factor of " + agent.id();
    }

    private static List<byte[]> hashes(Agent agent, List<String> codes) {
        UUID id = agent.id();
        return codes.stream().map(code -> RecoveryCode.hash(id, code)).toList();
    }

    private static void requireRight(boolean right) {
        if (!right) {
            throw wrongCode();
        }
    }

    private static ParleyException wrongCode() {
        return ParleyException.invalid("wrong_code",
                "This is not the current code. Wait for the next one, and see that the telephone's clock is right.");
    }

    private static void require(boolean right, String code, String detail) {
        if (!right) {
            throw conflict(code, detail);
        }
    }

    private static ParleyException conflict(String code, String detail) {
        return new ParleyException(Kind.CONFLICT, code, detail);
    }
}
