package dev.parley;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.parley.faq.FaqSeed;
import dev.parley.model.ChatModel;
import dev.parley.spend.Spend;
import dev.parley.tenant.DemoShop;
import dev.parley.tenant.DemoShop.Opened;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServerStart;
import org.jboss.logging.Logger;

/** Opens the demo shop before the first request and, once the service listens, says where to look. */
@ApplicationScoped
class FirstStart {
    private static final Logger LOG = Logger.getLogger("parley");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final DemoShop demo;
    private final FaqSeed faq;
    private final ChatModel model;
    private final Spend spend;
    private String newKey = "";

    FirstStart(DemoShop demo, FaqSeed faq, ChatModel model, Spend spend) {
        this.demo = demo;
        this.faq = faq;
        this.model = model;
        this.spend = spend;
    }

    void openDemoShop(@Observes StartupEvent starting) {
        Opened opened = demo.openIfAbsent().call(shop -> faq.seed(shop.id())).await().atMost(PATIENCE);
        newKey = opened.generatedKey() == null ? "" : opened.generatedKey();
    }

    void greet(@jakarta.enterprise.event.ObservesAsync HttpServerStart started) {
        String base = "http://localhost:" + started.options().getPort();
        StringBuilder banner = new StringBuilder("Parley is ready.\n\n")
                .append("  Demo shop          ").append(base).append("/demo\n")
                .append("  API documentation  ").append(base).append("/q/openapi\n")
                .append("  Console            ").append(base).append("/console\n\n");
        Optional<String> unpriced = model.configured() ? spend.advice(model.names()) : Optional.empty();
        if (unpriced.isPresent()) {
            banner.append("  FAQ-only mode: ").append(unpriced.get()).append('\n');
        } else if (model.configured()) {
            banner.append("  Answers are written by the model ").append(model.name()).append(".\n");
        } else {
            banner.append("  FAQ-only mode: no model is set, so answers are taken from the FAQ as they stand.\n")
                    .append("  Set OPENAI_API_KEY, or OPENAI_BASE_URL for a server of your own, to have them written.\n");
        }
        if (!newKey.isEmpty()) {
            banner.append("\n  API key of the shop `demo`, shown only this once:\n  ").append(newKey).append('\n');
            newKey = "";
        }
        LOG.info(banner);
    }
}
