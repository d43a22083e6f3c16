package dev.parley.tenant;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.tenant.AgentSessions.Opened;
import dev.parley.tenant.SignInRepository.Candidate;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * Lets agents in by e-mail and password. What it answers, and how long that takes, is the same for an e-mail that nobody has, for one
 * without a password, and for a wrong password.
 */
@ApplicationScoped
public class SignIn {
    private final SignInRepository repository;
    private final Passwords passwords;
    private final Attempts attempts;
    private final SecondFactors factors;
    private final AgentSessions sessions;

    SignIn(SignInRepository repository, Passwords passwords, Attempts attempts, SecondFactors factors,
            AgentSessions sessions) {
        this.repository = repository;
        this.passwords = passwords;
        this.attempts = attempts;
        this.factors = factors;
        this.sessions = sessions;
    }

    /**
     * What an agent types.
     *
     * @param shop its slug, for those whose e-mail several shops of this Parley have; null for everybody else
     * @param code of the second factor; null while it has not been asked for
     */
    public record Credentials(String email, String password, @Nullable String shop, @Nullable String code) {
        public Credentials {
            email = AgentDetails.email(email);
        }

        @Override
        public String toString() {
            return "Credentials[hidden]";
        }
    }

    /**
     * Opens a session, or fails with `sign_in_failed` or `too_many_attempts`, and for an agent with a second factor with
     * `second_factor_needed` or `second_factor_wrong`.
     *
     * @param address the caller's
     */
    public Uni<Opened> signIn(Credentials credentials, String address, @Nullable String userAgent) {
        return attempts.take(credentials.email(), address)
                .chain(() -> repository.find(credentials.email(), credentials.shop()))
                .map(SignIn::theOnly)
                .chain(candidate -> check(candidate, credentials.password()))
                .call(agent -> checkSecond(agent, credentials.code(), address))
                .call(() -> attempts.forgive(credentials.email(), address))
                .chain(agent -> sessions.open(agent, userAgent));
    }

    /** The account's attempts are forgiven once the code is right as well: else the password alone would buy guesses at codes. */
    private Uni<Void> checkSecond(Agent agent, @Nullable String code, String address) {
        return factors.isOn(agent).chain(on -> {
            if (!on) {
                return Uni.createFrom().voidItem();
            }
            return code == null
                    ? attempts.spareAddress(address).invoke(SignIn::askForCode)
                    : factors.accept(agent, code).invoke(SignIn::requireCode).replaceWithVoid();
        });
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

    /** One comparison, never one for each: the time would tell how many there are. Invitations do not count. */
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
