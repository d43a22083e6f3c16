package dev.parley;

import java.nio.file.Path;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.parley.faq.FaqSeed;
import dev.parley.operator.OperatorKey;
import dev.parley.shop.DemoShop;
import dev.parley.shop.DemoShop.Opened;
import dev.parley.signin.FirstAdministrator;
import dev.parley.signin.FirstAdministrator.Made;
import dev.parley.tenant.TenantId;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServerStart;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Creates the demo shop before the first request, if enabled, and prints the start banner. */
@ApplicationScoped
class FirstStart {
    private static final Logger LOG = Logger.getLogger("parley");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final DemoShop demo;
    private final FirstAdministrator administrator;
    private final FaqSeed faq;
    private final OperatorKey operator;
    private final StartBanner banner;
    private final FirstSecrets secrets;
    private boolean noAdministrator;

    /**
     * @param data Directory of the embedded PostgreSQL and of what else a start must find again.
     */
    FirstStart(DemoShop demo, FirstAdministrator administrator, FaqSeed faq, OperatorKey operator, StartBanner banner,
            @ConfigProperty(name = "parley.data.dir", defaultValue = "data") String data) {
        this.demo = demo;
        this.administrator = administrator;
        this.faq = faq;
        this.operator = operator;
        this.banner = banner;
        this.secrets = new FirstSecrets(FirstSecrets.isTerminal(), Path.of(data));
    }

    void open(@Observes StartupEvent starting) {
        operator.requireGood();
        Opened opened = demo.openIfWanted(LaunchMode.current() == LaunchMode.DEVELOPMENT)
                .call(shop -> shop == null ? io.smallrye.mutiny.Uni.createFrom().voidItem() : faq.seed(shop.id()))
                .await().atMost(PATIENCE);
        if (opened != null) {
            if (opened.generatedKey() != null) {
                secrets.keep("API key of the shop `demo`:", opened.generatedKey());
            }
            makeAdministrator(opened.id());
        }
    }

    private void makeAdministrator(TenantId tenant) {
        Made made = administrator.makeIfAbsent(tenant, fresh -> {
            boolean kept = secrets.keep("The console's first administrator:", fresh.email() + "   " + fresh.password());
            noAdministrator = !kept;
            return kept;
        }).await().atMost(PATIENCE);
        LOG.debugf("first administrator made=%s", made.made());
    }

    void greet(@jakarta.enterprise.event.ObservesAsync HttpServerStart started) {
        LOG.info(banner.text("http://localhost:" + started.options().getPort(), noAdministrator) + secrets.show());
    }
}
