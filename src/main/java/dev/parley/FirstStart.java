package dev.parley;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.parley.allowance.Allowances;
import dev.parley.faq.FaqSeed;
import dev.parley.model.ChatModel;
import dev.parley.spend.Spend;
import dev.parley.spend.SpendConfig;
import dev.parley.tenant.DemoShop;
import dev.parley.tenant.DemoShop.Opened;
import dev.parley.tenant.FirstAdministrator;
import dev.parley.tenant.FirstAdministrator.Made;
import dev.parley.tenant.LaneSettings;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.Tenants;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServerStart;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/** Opens the demo shop before the first request and, once the service listens, says where to look. */
@ApplicationScoped
class FirstStart {
    private static final Logger LOG = Logger.getLogger("parley");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final DemoShop demo;
    private final FirstAdministrator administrator;
    private final FaqSeed faq;
    private final ChatModel model;
    private final Spend spend;
    private final Tenants tenants;
    private final SpendConfig money;
    private final Allowances allowances;
    private String newKey = "";
    private String newPassword = "";

    FirstStart(DemoShop demo, FirstAdministrator administrator, FaqSeed faq, ChatModel model, Spend spend,
            Tenants tenants, SpendConfig money, Allowances allowances) {
        this.demo = demo;
        this.administrator = administrator;
        this.faq = faq;
        this.model = model;
        this.spend = spend;
        this.tenants = tenants;
        this.money = money;
        this.allowances = allowances;
    }

    void openDemoShop(@Observes StartupEvent starting) {
        Opened opened = demo.openIfAbsent().call(shop -> faq.seed(shop.id())).await().atMost(PATIENCE);
        newKey = opened.generatedKey() == null ? "" : opened.generatedKey();
        Made made = administrator.makeIfAbsent(opened.id()).await().atMost(PATIENCE);
        newPassword = made.generatedPassword() == null ? "" : made.email() + "   " + made.generatedPassword();
    }

    void greet(@jakarta.enterprise.event.ObservesAsync HttpServerStart started) {
        String base = "http://localhost:" + started.options().getPort();
        StringBuilder banner = new StringBuilder("Parley is ready.\n\n")
                .append("  Demo shop          ").append(base).append("/demo\n")
                .append("  API documentation  ").append(base).append("/q/openapi\n")
                .append("  Console            ").append(base).append("/console\n");
        banner.append("  Metrics            ").append("http://localhost:").append(management())
                .append("/q/metrics\n\n");
        List<String> own = ownModels();
        Optional<String> unpriced = model.configured() ? spend.advice(model.names(), List.of()) : Optional.empty();
        if (!own.isEmpty()) {
            banner.append("  The demo shop's answers are written by its own ").append(String.join(", ", own))
                    .append(".\n");
        } else if (unpriced.isPresent()) {
            banner.append("  FAQ-only mode: ").append(unpriced.get()).append('\n');
        } else if (model.configured()) {
            banner.append("  Answers are written by the model ").append(model.name()).append(".\n");
        } else {
            banner.append("  FAQ-only mode: no model is set, so answers are taken from the FAQ as they stand.\n")
                    .append("  Set OPENAI_API_KEY, or OPENAI_BASE_URL for a server of your own, to have them written.\n");
        }
        if (!own.isEmpty() || (model.configured() && unpriced.isEmpty())) {
            money.budget().day().ifPresent(day -> banner.append("  A shop without a budget of its own spends at most ")
                    .append(day.toPlainString()).append(' ').append(money.currency())
                    .append(" a day (PARLEY_BUDGET_DAY).\n"));
        }
        if (allowances.off()) {
            banner.append("  PARLEY_LIMITS=off: visitors are not limited. For load tests alone.\n");
        }
        if (!newKey.isEmpty()) {
            banner.append("\n  API key of the shop `demo`, shown only this once:\n  ").append(newKey).append('\n');
            newKey = "";
        }
        if (!newPassword.isEmpty()) {
            banner.append("\n  The console's first administrator, shown only this once:\n  ").append(newPassword)
                    .append('\n');
            newPassword = "";
        }
        LOG.info(banner);
    }

    /** As it was bound: 0 has become a number by now. */
    private static int management() {
        return ConfigProvider.getConfig().getValue("quarkus.management.port", Integer.class);
    }

    private List<String> ownModels() {
        Tenant shop = tenants.bySlug(DemoShop.SLUG).await().atMost(PATIENCE);
        return shop == null ? List.of() : shop.models().lanes().stream().map(LaneSettings::model).toList();
    }
}
