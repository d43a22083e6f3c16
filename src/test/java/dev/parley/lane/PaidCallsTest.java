package dev.parley.lane;

import static dev.parley.testsupport.Shops.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.parley.model.ChatMessage;
import dev.parley.model.ChatRequest;
import dev.parley.spend.Call;
import dev.parley.spend.Purpose;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.Tenants;
import dev.parley.testsupport.ModelResource;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Reply;
import dev.parley.testsupport.ScriptedModel;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ModelResource.class)
class PaidCallsTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    @Inject
    PaidCalls calls;
    @Inject
    ShopLanes lanes;
    @Inject
    Tenants tenants;
    @Inject
    Shops shops;
    @SuppressWarnings("NullAway.Init")
    ScriptedModel model;

    private ModelQuestion question(Shop shop) {
        Tenant tenant = Objects.requireNonNull(await(tenants.byId(shop.id())));
        UUID conversation = shops.conversation(shop).id();
        return new ModelQuestion(lanes.of(tenant),
                new ChatRequest("r.1", List.of(ChatMessage.user("How long?")), 100, null),
                new Call(tenant, conversation, null, 1, Purpose.REWRITE, lanes.names(tenant), 10, 100));
    }

    @Test
    void callThatNobodyWantsAnyMore_isNotMadeAndItsMoneyIsGivenBack() {
        model.reset();
        Shop shop = shops.open();

        Completion none = await(calls.complete(question(shop), "How long?", SOON, SOON, () -> false));

        assertThat(none.text()).isEmpty();
        assertThat(none.code()).isEqualTo("cancelled");
        assertThat(model.requests()).isEmpty();
        Awaitility.await().untilAsserted(() -> assertThat(
                shops.column("SELECT outcome FROM spend_call WHERE tenant_id = ?", shop.id().value()))
                .doesNotContain("reserved"));
    }

    @Test
    void callThatIsWanted_isMade() {
        model.reset();
        model.next(Reply.answer("Thirty days."));

        Completion said = await(calls.complete(question(shops.open()), "How long?", SOON, SOON, () -> true));

        assertThat(said.text()).isEqualTo("Thirty days.");
    }
}
