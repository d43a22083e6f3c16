package dev.parley;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.allowance.Allowances;
import dev.parley.model.ChatModel;
import dev.parley.operator.OperatorKey;
import dev.parley.shop.DemoShop;
import dev.parley.shop.ShopRegistry;
import dev.parley.spend.Spend;
import dev.parley.spend.SpendConfig;
import dev.parley.tenant.LaneSettings;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.Tenants;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** The message at start: where to look, which model answers, and unusual settings. */
@ApplicationScoped
class StartBanner {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ChatModel model;
    private final Spend spend;
    private final SpendConfig money;
    private final Tenants tenants;
    private final ShopRegistry shops;
    private final OperatorKey operator;
    private final Allowances allowances;

    StartBanner(ChatModel model, Spend spend, SpendConfig money, Tenants tenants, ShopRegistry shops,
            OperatorKey operator, Allowances allowances) {
        this.model = model;
        this.spend = spend;
        this.money = money;
        this.tenants = tenants;
        this.shops = shops;
        this.operator = operator;
        this.allowances = allowances;
    }

    /** @param noAdministrator because the password could not have been shown to anybody */
    String text(String base, boolean noAdministrator) {
        Tenant demo = tenants.bySlug(DemoShop.SLUG).await().atMost(PATIENCE);
        StringBuilder banner = new StringBuilder("Parley is ready.\n\n");
        if (demo != null) {
            banner.append("  Demo shop          ").append(base).append("/demo\n");
        }
        banner.append("  API documentation  ").append(base).append("/q/openapi\n")
                .append("  Console            ").append(base).append("/console\n")
                .append("  Metrics            ").append("http://localhost:").append(management())
                .append("/q/metrics\n\n");
        addModels(banner, demo);
        if (allowances.off()) {
            banner.append("  PARLEY_LIMITS=off: visitors are not limited. For load tests alone.\n");
        }
        if (demo == null && shops.list(null, 1).await().atMost(PATIENCE).isEmpty()) {
            banner.append(firstShop(base, operator.set()));
        }
        if (noAdministrator) {
            banner.append("""

                      Nobody can sign in to the console yet: there is no terminal to show a new password on, and no place for a file with it.
                      Set PARLEY_ADMIN_EMAIL and PARLEY_ADMIN_PASSWORD, or a PARLEY_DATA_DIR that can be written, and start again.
                    """);
        }
        return banner.toString();
    }

    /** The bound port, also if 0 was configured. */
    private static int management() {
        return ConfigProvider.getConfig().getValue("quarkus.management.port", Integer.class);
    }

    /** How to create the first shop, if there is none. */
    static String firstShop(String base, boolean keySet) {
        return (keySet
                ? "\n  There is no shop yet. Make the first with the operator's key, at " + base
                        + "/operator or with:\n"
                : "\n  There is no shop yet. To make the first, set PARLEY_OPERATOR_KEY (`openssl rand -hex 32`), start again, then open\n  "
                        + base + "/operator or send:\n")
                + "  curl " + base + "/v1/operator/shops -H \"Authorization: Bearer $PARLEY_OPERATOR_KEY\" \\\n"
                + "    -H 'Content-Type: application/json' \\\n"
                + "    -d '{\"slug\": \"shoes\", \"name\": \"My shop\", \"origins\": [\"https://shop.example\"]}'\n";
    }

    private void addModels(StringBuilder banner, @Nullable Tenant demo) {
        List<String> own = demo == null
                ? List.of()
                : demo.models().lanes().stream().map(LaneSettings::model).toList();
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
    }
}
