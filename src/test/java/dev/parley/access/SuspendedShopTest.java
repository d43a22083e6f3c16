package dev.parley.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.parley.platform.ParleyException;
import dev.parley.tenant.ModelSettings;
import dev.parley.tenant.ShopLimits;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.TenantId;
import dev.parley.tenant.TenantSettings;
import dev.parley.tenant.VisitorKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuspendedShopTest {
    private static Tenant shop(boolean suspended) {
        TenantSettings settings = new TenantSettings("Robin", "Hello!", List.of(), "#112233", "en", "AI.", "Mail us.",
                null, List.of(), null, Map.of());
        return new Tenant(new TenantId(new UUID(0, 1)), "shop", "Shop", settings, ModelSettings.NONE, null,
                new VisitorKey(new byte[32]), suspended, ShopLimits.NONE);
    }

    private static void ask(boolean suspended, String request) {
        int blank = request.indexOf(' ');
        SuspendedShop.require(shop(suspended), request.substring(0, blank), request.substring(blank + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /v1/faq/entries", "HEAD /v1/keys", "GET /v1/console/inbox",
            "DELETE /v1/visitors/c-1/data", "DELETE /v1/console/session", "POST /v1/console/password",
            "DELETE /v1/console/sessions/018f3b5e-7c1a-7000-8000-000000000010"})
    void reading_andWhatMayNeverWait_goesOn(String request) {
        assertThatCode(() -> ask(true, request)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /v1/faq/entries", "PATCH /v1/x", "PUT /v1/lanes", "DELETE /v1/keys/1",
            "POST /openai/v1/chat/completions", "DELETE /v1/visitors/c-1/data/x", "POST /v1/visitors/c-1/data",
            "POST /v1/console/agents", "POST /v1/console/sessionx", "DELETE /v1/console/sessions/a/b",
            "DELETE /v1/visitors/a;/data"})
    void changing_doesNot(String request) {
        assertThatThrownBy(() -> ask(true, request)).isInstanceOf(ParleyException.class)
                .hasMessageContaining("suspended");
        assertThatCode(() -> ask(false, request)).doesNotThrowAnyException();
    }
}
