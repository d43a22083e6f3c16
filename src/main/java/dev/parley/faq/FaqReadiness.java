package dev.parley.faq;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready until the FAQ can be searched: the first visitors' questions would find nothing. */
@Readiness
@ApplicationScoped
class FaqReadiness implements HealthCheck {
    private final FaqSearch search;

    FaqReadiness(FaqSearch search) {
        this.search = search;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("FAQ index").status(search.ready()).build();
    }
}
