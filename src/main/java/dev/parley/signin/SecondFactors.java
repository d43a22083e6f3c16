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

/** Optional second factor at sign-in: codes of an authenticator app, and recovery codes. */
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

    /** {@code enabledAt} is null if off. */
    public record State(@Nullable Instant enabledAt, int recoveryCodesLeft) {}

    /** For the authenticator app: Base32, and the URI for a QR code. */
    public record Secret(String secret, String uri) {
        @Override
        public String toString() {
            return "Secret[hidden]";
        }
    }

    public Uni<State> of(Agent agent) {
        return repository.state(agent.tenant(), agent.id());
    }

    /** Creates an unconfirmed secret. Fails with `second_factor_on` if one is confirmed. */
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

    /** Turns it on and returns the recovery codes, which cannot be read again. */
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

    /** Replaces all recovery codes with ten new ones. */
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

    /** For an agent without authenticator and codes; only an administrator may do it. */
    public Uni<Void> reset(Agent agent) {
        return repository.remove(agent.tenant(), agent.id());
    }

    Uni<Boolean> isOn(Agent agent) {
        return repository.find(agent.tenant(), agent.id()).map(factor -> factor != null && factor.confirmed());
    }

    /** True for an unused code of the app, or an unused recovery code, which is used up. */
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

    /** Wrong codes count as at sign-in, so that an open session allows no extra guesses. */
    private <T> Uni<T> counted(Agent agent, String address, Uni<T> check) {
        String account = "factor " + agent.id();
        return attempts.take(account, address)
                .chain(() -> check)
                .call(() -> attempts.forgive(account, address));
    }

    /** Binds the sealed secret to the agent's row. */
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
