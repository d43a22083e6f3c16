package dev.parley.console;

import java.util.stream.Stream;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;

import dev.parley.tenant.AuditLog;
import dev.parley.tenant.CurrentAgent;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Notes in the audit log what agents have changed. The change stands by then: a failure to note it is told in the log instead. */
class AuditFilter {
    private static final Logger LOG = Logger.getLogger(AuditFilter.class);
    private static final int SUCCESSFUL = 2;

    private final CurrentAgent current;
    private final AuditLog audit;

    AuditFilter(CurrentAgent current, AuditLog audit) {
        this.current = current;
        this.audit = audit;
    }

    @Audited
    @ServerResponseFilter
    public Uni<Void> note(ContainerResponseContext response, ResourceInfo operation, UriInfo address) {
        if (response.getStatus() / 100 != SUCCESSFUL) {
            return Uni.createFrom().voidItem();
        }
        String action = operation.getResourceMethod().getAnnotation(Audited.class).value();
        return audit.note(current.agent(), action, target(address.getPathParameters(), response))
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "tenant=%s agent=%s did %s, which is not in the audit log",
                        current.agent().tenant(), current.agent().id(), action))
                .onFailure().recoverWithNull();
    }

    /** What the address names, or what was made. */
    private static @Nullable String target(MultivaluedMap<String, String> named, ContainerResponseContext response) {
        String location = response.getHeaderString("Location");
        return Stream.of("id", "name").map(named::getFirst).filter(value -> value != null).findFirst()
                .orElse(location == null ? null : location.substring(location.lastIndexOf('/') + 1));
    }
}
