package dev.parley.api;

import java.lang.reflect.Method;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;

import dev.parley.tenant.ApiKeyDetails;
import dev.parley.tenant.ApiKeys;
import dev.parley.tenant.AuditLog;
import dev.parley.tenant.CurrentTenant;
import dev.parley.tenant.IdentityBody;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Notes in the shop's audit log what was changed with an API key. It hears of every operation, so that one without a name is noted under
 * its address rather than not at all. The change stands by then: a failure to note it is told in the log instead.
 */
class KeyAuditFilter {
    private static final Logger LOG = Logger.getLogger(KeyAuditFilter.class);
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final int SUCCESSFUL = 2;
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F-]{36}");

    private final CurrentTenant current;
    private final AuditLog audit;

    KeyAuditFilter(CurrentTenant current, AuditLog audit) {
        this.current = current;
        this.audit = audit;
    }

    /**
     * Notes what succeeded.
     *
     * @param operation null where the request was refused before one was chosen: for what it sends, or wants to be sent
     */
    @ServerResponseFilter
    public Uni<Void> note(ContainerRequestContext request, ContainerResponseContext response,
            @Nullable ResourceInfo operation) {
        Method method = operation == null ? null : operation.getResourceMethod();
        if (method == null || !method.getDeclaringClass().getPackage().equals(KeyAuditFilter.class.getPackage())
                || READING.contains(request.getMethod()) || response.getStatus() / 100 != SUCCESSFUL
                || response.getHeaderString(IdempotencyInterceptor.REPLAYED) != null
                || method.isAnnotationPresent(NotAudited.class)) {
            return Uni.createFrom().voidItem();
        }
        ApiKeyDetails key = current.key();
        if (key == null) {
            return Uni.createFrom().voidItem();
        }
        String action = action(method, request);
        return audit.note(key, action, target(request.getUriInfo().getPathParameters(), response))
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "tenant=%s key=%s did %s, which is not in the audit log",
                        key.tenant(), key.id(), action))
                .onFailure().recoverWithNull();
    }

    private static String action(Method method, ContainerRequestContext request) {
        AuditedAs named = method.getAnnotation(AuditedAs.class);
        return named == null ? request.getMethod() + " " + method.getName() : named.value();
    }

    /** What the address names, or what was made. Never a customer's own id: it would outlive the customer. */
    private static @Nullable String target(MultivaluedMap<String, String> named, ContainerResponseContext response) {
        UUID made = switch (response.getEntity()) {
            case ApiKeys.Issued key -> key.details().id();
            case IdentityBody.SecretItem secret -> secret.id();
            case VisitorDataResponse.Erased receipt -> receipt.receipt();
            case null, default -> null;
        };
        if (made != null) {
            return made.toString();
        }
        String location = response.getHeaderString("Location");
        return Stream.of("id", "name").map(named::getFirst)
                .filter(value -> value != null && ID.matcher(value).matches())
                .findFirst().orElse(location == null ? null : location.substring(location.lastIndexOf('/') + 1));
    }
}
