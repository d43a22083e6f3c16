package dev.parley.desk;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.Ids;
import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.platform.database.Constraints;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class CannedAnswers {
    private static final Pattern SHORTCUT = Pattern.compile("[\\p{L}\\p{N}_-]{1,50}");
    private static final int LONGEST = 10_000;

    private final CannedAnswerRepository repository;
    private final Ids ids;
    private final Clock clock;

    CannedAnswers(CannedAnswerRepository repository, Ids ids, Clock clock) {
        this.repository = repository;
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<List<CannedAnswer>> all(TenantId tenant) {
        return repository.all(tenant);
    }

    /** Fails with `shortcut_taken`. */
    public Uni<CannedAnswer> add(TenantId tenant, String shortcut, String text) {
        CannedAnswer answer = new CannedAnswer(ids.next(), checked(shortcut), checkedText(text), clock.instant());
        return stored(repository.add(tenant, answer).replaceWith(true), answer);
    }

    /** Fails with `changed_meanwhile` if {@code ifMatch} names another state. */
    public Uni<CannedAnswer> change(TenantId tenant, UUID id, String shortcut, String text, @Nullable String ifMatch) {
        CannedAnswer answer = new CannedAnswer(id, checked(shortcut), checkedText(text), clock.instant());
        return stored(repository.change(tenant, answer, ifMatch), answer);
    }

    private static Uni<CannedAnswer> stored(Uni<Boolean> write, CannedAnswer answer) {
        return write
                .onFailure(CannedAnswers::isTaken).transform(taken -> new ParleyException(Kind.CONFLICT,
                        "shortcut_taken", "Another canned answer has this shortcut. Choose a different one.")
                        .at("/shortcut"))
                .map(stored -> {
                    if (!stored) {
                        throw ParleyException.notFound("canned answer");
                    }
                    return answer;
                });
    }

    public Uni<Void> remove(TenantId tenant, UUID id) {
        return repository.remove(tenant, id).map(found -> {
            if (!found) {
                throw ParleyException.notFound("canned answer");
            }
            return null;
        });
    }

    private static boolean isTaken(Throwable failure) {
        return Constraints.violated(failure, "canned_answer_tenant_id_shortcut_key");
    }

    private static String checked(@Nullable String shortcut) {
        if (shortcut == null || !SHORTCUT.matcher(shortcut).matches()) {
            throw ParleyException.field("shortcut", "bad_shortcut",
                    "has 1 to 50 letters, digits, hyphens and underscores.");
        }
        return shortcut;
    }

    private static String checkedText(@Nullable String text) {
        String clean = text == null ? "" : text.replace("\u0000", "");
        if (clean.isBlank() || clean.codePointCount(0, clean.length()) > LONGEST) {
            throw ParleyException.field("text", "bad_text", "has 1 to 10,000 characters.");
        }
        return clean;
    }
}
