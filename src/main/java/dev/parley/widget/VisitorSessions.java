package dev.parley.widget;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.allowance.Allowances;
import dev.parley.conversation.VisitorJoin;
import dev.parley.tenant.Tenant;
import dev.parley.visitor.IdentityMode;
import dev.parley.visitor.IdentityRefusedException;
import dev.parley.visitor.KnownUser;
import dev.parley.visitor.Visitor;
import dev.parley.visitor.VisitorIdentity;
import dev.parley.visitor.VisitorIdentity.Proof;
import dev.parley.visitor.VisitorTokens;
import dev.parley.visitor.VisitorTokens.Issued;
import dev.parley.visitor.VisitorTokens.Read;
import dev.parley.visitor.Visitors;
import dev.parley.voice.Recordings;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Identifies who requests a session: a verified customer, a returning visitor, or a new one. */
@ApplicationScoped
class VisitorSessions {
    private final VisitorIdentity identity;
    private final Visitors visitors;
    private final VisitorTokens tokens;
    private final VisitorJoin join;
    private final Recordings recordings;
    private final Allowances allowances;

    VisitorSessions(VisitorIdentity identity, Visitors visitors, VisitorTokens tokens, VisitorJoin join,
            Recordings recordings, Allowances allowances) {
        this.identity = identity;
        this.visitors = visitors;
        this.tokens = tokens;
        this.join = join;
        this.recordings = recordings;
        this.allowances = allowances;
    }

    /** {@code locale} is null if unknown. */
    record Admitted(Visitor visitor, Issued token, @Nullable String locale) {}

    /** Fails with an {@link IdentityRefusedException} before anything is written. */
    Uni<Admitted> admit(Tenant shop, @Nullable String earlierToken, Proof proof, LocaleChoice request,
            String address) {
        return earlier(shop, earlierToken)
                .invoke(earlier -> {
                    if (earlier == null) {
                        allowances.newVisitor(address);
                    }
                })
                .chain(earlier -> identity.check(shop.id(), proof).chain(checked -> checked.user() == null
                        ? goOn(shop, checked.mode(), earlier, request.choose(null))
                        : signIn(shop, checked.user(), earlier, request.choose(checked.user().locale()))));
    }

    private Uni<@Nullable Read> earlier(Tenant shop, @Nullable String token) {
        return token == null
                ? Uni.createFrom().nullItem()
                : tokens.read(token)
                        .map(read -> read != null && read.visitor().tenant().equals(shop.id()) ? read : null);
    }

    private Uni<Admitted> signIn(Tenant shop, KnownUser user, @Nullable Read earlier, @Nullable String locale) {
        return visitors.known(shop.id(), user)
                .call(known -> earlier == null || earlier.known()
                        ? Uni.createFrom().voidItem()
                        : join.join(earlier.visitor(), known)
                                .chain(() -> recordings.join(earlier.visitor(), known)))
                .map(known -> new Admitted(known, tokens.issueKnown(shop, known.id(), locale), locale));
    }

    private Uni<Admitted> goOn(Tenant shop, IdentityMode mode, @Nullable Read earlier, @Nullable String locale) {
        if (earlier != null && earlier.known()) {
            return visitors.stillThere(earlier.visitor()).chain(there -> there
                    ? Uni.createFrom()
                            .item(new Admitted(earlier.visitor(), tokens.issueKnown(shop, earlier, locale), locale))
                    : goOn(shop, mode, null, locale));
        }
        if (mode == IdentityMode.REQUIRED) {
            return Uni.createFrom().failure(IdentityRefusedException.required());
        }
        return visitors.welcome(shop.id(), earlier)
                .map(visitor -> new Admitted(visitor, tokens.issue(shop, visitor.id(), locale), locale));
    }
}
