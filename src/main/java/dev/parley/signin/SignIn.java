package dev.parley.signin;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.agent.Agent;
import dev.parley.agent.AgentDetails;
import dev.parley.agent.AgentEmailRepository;
import dev.parley.agent.AgentEmailRepository.Candidate;
import dev.parley.agent.AgentRole;
import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.signin.AgentSessions.Opened;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Signs in by e-mail and password. Unknown e-mail, missing and wrong password look and take the same. */
@ApplicationScoped
public class SignIn {
    private final AgentEmailRepository repository;
    private final Passwords passwords;
    private final Attempts attempts;
    private final KnownDevices devices;
    private final SecondFactors factors;
    private final AgentSessions sessions;

    SignIn(AgentEmailRepository repository, Passwords passwords, Attempts attempts, KnownDevices devices,
            SecondFactors factors, AgentSessions sessions) {
        this.repository = repository;
        this.passwords = passwords;
        this.attempts = attempts;
        this.devices = devices;
        this.factors = factors;
        this.sessions = sessions;
    }

    /** {@code shop} is needed only if several know the e-mail; {@code code} is null until asked for. */
    public record Credentials(String email, String password, @Nullable String shop, @Nullable String code) {
        public Credentials {
            email = AgentDetails.email(email);
        }

        @Override
        public String toString() {
            return "Credentials[hidden]";
        }
    }

    /** Fails with `sign_in_failed`, `too_many_attempts`, `second_factor_needed` or `second_factor_wrong`. */
    public Uni<Entered> signIn(Credentials credentials, String address, @Nullable String userAgent,
            @Nullable String device) {
        return devices.knows(credentials.email(), device)
                .map(known -> new Door(credentials.email(), address, known ? device : null))
                .chain(door -> enter(credentials, door, userAgent))
                .chain(opened -> devices.remember(credentials.email(), device)
                        .map(remembered -> new Entered(opened, remembered)));
    }

    /** {@code device} is the new value of the device cookie. */
    public record Entered(Opened opened, String device) {
        @Override
        public String toString() {
            return "Entered[hidden]";
        }
    }

    /** @param known the device; null if the locks for strangers apply */
    private record Door(String email, String address, @Nullable String known) {}

    private Uni<Void> take(Door door) {
        return door.known() == null
                ? attempts.take(door.email(), door.address())
                : attempts.takeOnDevice(door.known());
    }

    private Uni<Void> forgive(Door door) {
        return door.known() == null
                ? attempts.forgive(door.email(), door.address())
                : attempts.forgiveDevice(door.known());
    }

    private Uni<Opened> enter(Credentials credentials, Door door, @Nullable String userAgent) {
        return take(door)
                .chain(() -> repository.find(credentials.email(), credentials.shop()))
                .map(SignIn::theOnly)
                .chain(candidate -> check(candidate, credentials.password()))
                .call(agent -> checkSecond(agent, credentials.code(), door))
                .call(() -> forgive(door))
                .chain(agent -> sessions.open(agent, userAgent));
    }

    /** Only after the second factor; otherwise a known password would allow unlimited guesses at codes. */
    private Uni<Void> checkSecond(Agent agent, @Nullable String code, Door door) {
        return factors.isOn(agent).chain(on -> {
            if (!on) {
                return Uni.createFrom().voidItem();
            }
            return code == null
                    ? spareAddress(door).invoke(SignIn::askForCode)
                    : factors.accept(agent, code).invoke(SignIn::requireCode).replaceWithVoid();
        });
    }

    private Uni<Void> spareAddress(Door door) {
        return door.known() == null ? attempts.spareAddress(door.address()) : Uni.createFrom().voidItem();
    }

    private static void askForCode() {
        throw new ParleyException(Kind.UNAUTHENTICATED, "second_factor_needed",
                "Send the same again with `code`: the six digits of your authenticator app, or a recovery code.");
    }

    private static void requireCode(boolean right) {
        if (!right) {
            throw new ParleyException(Kind.UNAUTHENTICATED, "second_factor_wrong",
                    "This is not the current code, or it has been used. Wait for the next one.");
        }
    }

    /** Compares exactly once: the time would reveal the number of accounts. Open invitations do not count. */
    private static Candidate theOnly(List<Candidate> found) {
        List<Candidate> complete = found.stream().filter(each -> each.passwordHash() != null).toList();
        return complete.size() == 1 ? complete.getFirst() : NOBODY;
    }

    private static final Candidate NOBODY = new Candidate(
            new Agent(new java.util.UUID(0, 0), new TenantId(new java.util.UUID(0, 0)), "", "", AgentRole.AGENT, true,
                    true, true, null, List.of()),
            null);

    private Uni<Agent> check(Candidate candidate, String password) {
        return passwords.matches(password, candidate.passwordHash()).map(right -> {
            if (!right) {
                throw new ParleyException(Kind.UNAUTHENTICATED, "sign_in_failed",
                        "E-mail and password do not belong together. If several shops have this e-mail, name yours in `tenant`.");
            }
            return candidate.agent();
        });
    }
}
