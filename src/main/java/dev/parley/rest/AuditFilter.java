package dev.parley.rest;

import java.lang.reflect.Method;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;

import dev.parley.audit.Actor;
import dev.parley.audit.AuditLog;
import dev.parley.operator.OperatorKey;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Records changes by agents and keys in the audit log. Runs after the change: a failure is only logged. */
class AuditFilter {
    private static final Logger LOG = Logger.getLogger(AuditFilter.class);
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final int SUCCESSFUL = 2;
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F-]{36}");

    private final CurrentShop current;
    private final AuditLog audit;

    AuditFilter(CurrentShop current, AuditLog audit) {
        this.current = current;
        this.audit = audit;
    }

    /** Records successful operations. {@code operation} is null if the request was refused before routing. */
    @ServerResponseFilter
    public Uni<Void> note(ContainerRequestContext request, ContainerResponseContext response,
            @Nullable ResourceInfo operation) {
        Method method = operation == null ? null : operation.getResourceMethod();
        if (method == null || !isOfAShop(method) || READING.contains(request.getMethod())
                || response.getStatus() / 100 != SUCCESSFUL
                || response.getHeaderString(IdempotencyInterceptor.REPLAYED) != null
                || method.isAnnotationPresent(NotAudited.class)) {
            return Uni.createFrom().voidItem();
        }
        Actor actor = current.actor();
        Audited named = method.getAnnotation(Audited.class);
        if (named == null && !actor.byKey()) {
            // Agents' work in a conversation is recorded in its thread.
            return Uni.createFrom().voidItem();
        }
        String action = named == null ? request.getMethod() + " " + method.getName() : named.value();
        return audit.note(actor, action, target(request.getUriInfo().getPathParameters(), response))
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "tenant=%s %s=%s did %s, which is not in the audit log",
                        actor.tenant(), actor.byKey() ? "key" : "agent", actor.id(), action))
                .onFailure().recoverWithNull();
    }

    /** True for requests by an agent or a key, not by visitors or the operator. */
    private static boolean isOfAShop(Method method) {
        RolesAllowed own = method.getAnnotation(RolesAllowed.class);
        RolesAllowed needed = own == null ? method.getDeclaringClass().getAnnotation(RolesAllowed.class) : own;
        return needed != null && !method.isAnnotationPresent(PermitAll.class)
                && !Set.of(needed.value()).contains(OperatorKey.ROLE);
    }

    /** The created or addressed object. Never a customer's id, which would outlive the customer. */
    private static @Nullable String target(MultivaluedMap<String, String> named, ContainerResponseContext response) {
        if (response.getEntity() instanceof AuditTarget told) {
            return told.auditTarget().toString();
        }
        String location = response.getHeaderString("Location");
        if (location != null) {
            return location.substring(location.lastIndexOf('/') + 1);
        }
        String id = named.getFirst("id");
        return id != null && ID.matcher(id).matches() ? id : named.getFirst("name");
    }
}
